package org.tinyrecursive.rna.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.rna.Golden;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.Sequence;

/** The numbers that US-align gives for the same structures. */
/**
 * Superpositions better than US-align's are no fault: {@code target/better-than-us-align-*.txt}.
 */
@Tag("golden")
class GoldenTmScoreTest {
  /** Differences of rounding and of the order of sums are smaller. */
  private static final double BETTER = 0.0005;

  @Test
  void fixedScoresAreThoseOfUsAlign() throws IOException {
    List<Double> differences = differences(TmMode.FIXED, "usalign_fixed");
    assertThat(differences).allMatch(difference -> difference >= -0.003);
    assertThat(meanAbsolute(differences)).isLessThanOrEqualTo(0.003);
  }

  @Test
  void alignedScoresAreThoseOfUsAlign() throws IOException {
    List<Double> differences = differences(TmMode.ALIGNED, "usalign");
    assertThat(meanAbsolute(differences)).isLessThanOrEqualTo(0.01);
    long near = differences.stream().filter(difference -> Math.abs(difference) <= 0.03).count();
    assertThat(near).isGreaterThanOrEqualTo(Math.round(0.95 * differences.size()));
  }

  private static List<Double> differences(TmMode mode, String key) throws IOException {
    Path file = Golden.directory().resolve("rna/tm_score.json");
    assumeTrue(Files.exists(file), file + " is absent");
    List<Double> differences = new ArrayList<>();
    StringBuilder better = new StringBuilder();
    for (JsonNode golden : new ObjectMapper().readTree(file.toFile())) {
      Sequence sequence = new Sequence(golden.get("sequence").asText());
      double score =
          mode.score(
                  sequence,
                  coordinates(golden.get("prediction")),
                  coordinates(golden.get("reference")))
              .value();
      double known = golden.get(key).get("tm_score").asDouble();
      differences.add(score - known);
      if (score - known > BETTER) {
        better.append(
            String.format(
                Locale.ROOT,
                "%s (%s): %.4f, US-align %.4f%n",
                golden.get("target").asText(),
                golden.get("kind").asText(),
                score,
                known));
      }
    }
    Files.writeString(Path.of("target", "better-than-us-align-%s.txt".formatted(key)), better);
    assertThat(differences).isNotEmpty();
    return differences;
  }

  private static double meanAbsolute(List<Double> differences) {
    return differences.stream().mapToDouble(Math::abs).average().orElseThrow();
  }

  private static Coordinates coordinates(JsonNode positions) {
    double[] xyz = new double[3 * positions.size()];
    for (int i = 0; i < xyz.length; i++) {
      JsonNode position = positions.get(i / 3);
      xyz[i] = position.isNull() ? Double.NaN : position.get(i % 3).asDouble(Double.NaN);
    }
    return Coordinates.of(xyz);
  }
}
