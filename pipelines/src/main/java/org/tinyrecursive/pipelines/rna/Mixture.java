package org.tinyrecursive.pipelines.rna;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tinyrecursive.modeltf.rna.RnaExample;
import org.tinyrecursive.modeltf.rna.RnaGuess;
import org.tinyrecursive.modeltf.rna.RnaPredictor;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * How far guesses go from their start to what the model makes of it. The share is the one that
 * scored most on the validation targets of the run; 0, which leaves the guesses as they are without
 * a model, is among those tried, and wins unless another one is better by more than chance, see
 * {@link PairedChoice}.
 *
 * @param share 0 … 1
 */
public record Mixture(double share) {
  /** File of a run that holds it. */
  public static final String FILE_NAME = "mixture.json";

  /** The model has no say. */
  public static final Mixture NONE = new Mixture(0);

  private static final double[] TRIED = {0, 0.25, 0.5, 0.75, 1};
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The mixture of a run; the model has no say where none was found, for lack of validation
   * targets.
   *
   * @param checkpoint a run, or one of its checkpoints
   * @throws InputRefusedException if the file is malformed
   */
  public static Mixture load(Path checkpoint) throws IOException {
    for (Path folder = checkpoint.toRealPath(); folder != null; folder = folder.getParent()) {
      Path file = folder.resolve(FILE_NAME);
      if (Files.isRegularFile(file)) {
        return read(file);
      }
      if (Files.isDirectory(folder.resolve("checkpoints"))) {
        return NONE;
      }
    }
    return NONE;
  }

  private static Mixture read(Path file) throws IOException {
    JsonNode share;
    try {
      share = JSON.readTree(Files.readAllBytes(file)).path("share");
    } catch (JsonProcessingException e) {
      throw new InputRefusedException(
          "%s is not JSON: %s".formatted(file, e.getOriginalMessage()), e);
    }
    if (!share.isNumber() || !(share.asDouble() >= 0 && share.asDouble() <= 1)) {
      throw new InputRefusedException(
          "%s: share is %s, allowed: 0 to 1; train again or mend it".formatted(file, share));
    }
    return new Mixture(share.asDouble());
  }

  /**
   * Finds the best share and writes it, with the mean TM-score of every one, beside the model.
   *
   * @param validation targets with the starts that guesses are made from
   */
  public static Mixture choose(RnaPredictor model, List<RnaExample> validation, Path run)
      throws IOException {
    double[][] scores = new double[TRIED.length][validation.size()];
    for (int each = 0; each < validation.size(); each++) {
      RnaExample example = validation.get(each);
      int size = Math.min(example.length(), model.maxLength());
      int from = (example.length() - size) / 2;
      List<RnaGuess> refined = model.predict(example, example.starts(), from, from + size);
      for (int t = 0; t < TRIED.length; t++) {
        List<float[]> guesses = new ArrayList<>();
        for (int k = 0; k < refined.size(); k++) {
          float[] start = example.starts().get(k).xyz();
          guesses.add(between(start, 3 * from, refined.get(k).xyz(), TRIED[t]));
        }
        scores[t][each] = TrainingExamples.best(example, from, guesses);
      }
    }
    PairedChoice choice = new PairedChoice(scores);
    double share = TRIED[choice.chosen()];
    ObjectNode file = JSON.createObjectNode();
    file.put("share", share).put("targets", validation.size());
    ObjectNode means = file.putObject("mean_tm_score");
    ObjectNode errors = file.putObject("standard_error_of_gain");
    for (int t = 0; t < TRIED.length; t++) {
      String name = String.format(Locale.ROOT, "%.2f", TRIED[t]);
      means.put(name, choice.mean(t));
      if (t > 0 && validation.size() > 1) {
        errors.put(name, choice.standardError(t));
      }
    }
    Files.writeString(
        run.resolve(FILE_NAME),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n");
    return new Mixture(share);
  }

  /** The refined window is centred, its start is not. */
  private static float[] between(float[] start, int at, float[] refined, double share) {
    float[] mixed = new float[refined.length];
    double[] centre = new double[3];
    for (int i = 0; i < refined.length; i++) {
      centre[i % 3] += 3.0 * start[at + i] / refined.length;
    }
    for (int i = 0; i < refined.length; i++) {
      mixed[i] = (float) ((1 - share) * (start[at + i] - centre[i % 3]) + share * refined[i]);
    }
    return mixed;
  }

  /** A guess between a start and what the model makes of it, both in one frame. */
  double[] between(double[] start, double[] refined) {
    double[] xyz = new double[start.length];
    for (int i = 0; i < xyz.length; i++) {
      xyz[i] = (1 - share) * start[i] + share * refined[i];
    }
    return xyz;
  }
}
