package org.tinyrecursive.modeltf.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * Whether a run repeated another, by their {@code metrics.jsonl}: every number of every step and
 * evaluation that both have, except what a clock measured.
 *
 * @param compared lines that both runs have
 * @param difference the first that differs: both of them; empty where all are the same
 */
public record Reproduction(long compared, Optional<String> difference) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Compares two runs.
   *
   * @param original folder of the run that was repeated
   * @param repeated folder of the run that repeated it
   * @throws InputRefusedException if one has no metrics, or a line that is no JSON object
   */
  public static Reproduction compare(Path original, Path repeated) throws IOException {
    Map<String, String> before = lines(new RunFolder(original).metrics());
    long compared = 0;
    for (Map.Entry<String, String> after : lines(new RunFolder(repeated).metrics()).entrySet()) {
      String line = before.get(after.getKey());
      if (line == null) {
        continue;
      }
      if (!line.equals(after.getValue())) {
        return new Reproduction(
            compared,
            Optional.of("%s: was %s, is %s".formatted(after.getKey(), line, after.getValue())));
      }
      compared++;
    }
    return new Reproduction(compared, Optional.empty());
  }

  /** Whether there was something to compare, and all of it was the same. */
  public boolean isExact() {
    return compared > 0 && difference.isEmpty();
  }

  /** Lines by what they are about, such as {@code train step 12}. */
  private static Map<String, String> lines(Path metrics) throws IOException {
    if (!Files.isRegularFile(metrics)) {
      throw new InputRefusedException("%s does not exist: nothing to compare".formatted(metrics));
    }
    Map<String, String> lines = new LinkedHashMap<>();
    int number = 0;
    for (String text : Files.readAllLines(metrics)) {
      number++;
      try {
        ObjectNode line = JSON.readValue(text, ObjectNode.class);
        line.remove("timing");
        String about =
            "%s step %s".formatted(line.path("kind").asText(), line.path("step").asText());
        lines.put(about, line.toString());
      } catch (JsonProcessingException e) {
        throw new InputRefusedException(
            "%s:%d: no JSON object: %s".formatted(metrics, number, e.getOriginalMessage()), e);
      }
    }
    return lines;
  }
}
