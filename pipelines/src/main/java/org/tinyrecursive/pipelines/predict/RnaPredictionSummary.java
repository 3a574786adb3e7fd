package org.tinyrecursive.pipelines.predict;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * The file {@code predictions.json} beside a submission: what its guesses are like.
 *
 * @param meanPairwiseTmScore over the targets, of {@code pairwiseTmScore}
 * @param targets in the order of the submission
 */
@JsonPropertyOrder({"meanPairwiseTmScore", "targets"})
public record RnaPredictionSummary(double meanPairwiseTmScore, List<Target> targets) {
  /** Name of the file. */
  public static final String FILE_NAME = "predictions.json";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * One target.
   *
   * @param hasProfile whether there was an alignment of it
   * @param pairwiseTmScore mean TM-score of every two of its guesses, 0 … 1; 1: all are the same
   */
  public record Target(
      String targetId, int residues, int guesses, boolean hasProfile, double pairwiseTmScore) {}

  public RnaPredictionSummary {
    targets = List.copyOf(targets);
  }

  static RnaPredictionSummary of(List<PredictedTarget> predicted) {
    List<Target> targets =
        predicted.stream()
            .sorted(Comparator.comparingInt(PredictedTarget::number))
            .map(
                each ->
                    new Target(
                        each.targetId(),
                        each.residues(),
                        each.guesses(),
                        each.hasProfile(),
                        each.pairwiseTmScore()))
            .toList();
    return new RnaPredictionSummary(
        targets.stream().mapToDouble(Target::pairwiseTmScore).average().orElse(Double.NaN),
        targets);
  }

  void write(Path directory) throws IOException {
    Files.writeString(directory.resolve(FILE_NAME), JSON.writeValueAsString(this) + "\n");
  }

  static RnaPredictionSummary read(Path directory) throws IOException {
    return JSON.readValue(directory.resolve(FILE_NAME).toFile(), RnaPredictionSummary.class);
  }
}
