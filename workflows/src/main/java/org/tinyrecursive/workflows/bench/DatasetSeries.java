package org.tinyrecursive.workflows.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * The benchmark of a dataset once for each number of augmentations, every one in a process of its
 * own, so that the memory of one says nothing of the others.
 */
final class DatasetSeries {
  private static final String MAIN = "org.tinyrecursive.workflows.Main";
  private static final String NUM_AUG = "--num-aug";
  private static final String FORMAT = "--format";

  private final List<String> arguments;

  /**
   * @param arguments of the whole series, as they were given to {@code trm}
   */
  DatasetSeries(List<String> arguments) {
    this.arguments = without(FORMAT, without(NUM_AUG, arguments));
  }

  /**
   * Runs one process after the other; what they say on stderr is passed on.
   *
   * @return what each printed as JSON
   */
  List<JsonNode> run(List<Integer> numAug) throws IOException {
    List<JsonNode> results = new ArrayList<>();
    for (int copies : numAug) {
      results.add(run(copies));
    }
    return results;
  }

  private JsonNode run(int numAug) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
    command.addAll(arguments);
    command.addAll(List.of(NUM_AUG + "=" + numAug, FORMAT + "=json"));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (InputStream out = process.getInputStream()) {
      List<String> lines = new String(out.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      int code = process.waitFor();
      if (code != 0) {
        throw new InputRefusedException(
            "the benchmark with %s %d ended with exit code %d; it says above why"
                .formatted(NUM_AUG, numAug, code));
      }
      ObjectNode row = JsonNodeFactory.instance.objectNode().put("num_aug", numAug);
      row.setAll((ObjectNode) new ObjectMapper().readTree(lines.get(lines.size() - 1)));
      return row;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("the benchmark was interrupted", stopped);
    } finally {
      process.destroy();
    }
  }

  /** The results as a table. */
  static String textOf(List<JsonNode> results) {
    StringBuilder text =
        new StringBuilder(
            " num_aug     examples  seconds  examples/s  share  pipeline alone    disk\n");
    for (JsonNode row : results) {
      text.append(
          String.format(
              Locale.ROOT,
              "%,8d %,12d %8.2f %,11.0f %6.2f %12.0f MB %,4.0f MB%n",
              row.path("num_aug").asLong(),
              row.path("examples").asLong(),
              row.path("seconds").asDouble(),
              row.path("examples_per_second").asDouble(),
              row.path("share_of_floor").asDouble(),
              row.path("pipeline_peak_rss_mb").asDouble(),
              row.path("bytes").asDouble() / 1e6));
    }
    return text.toString().stripTrailing();
  }

  /** Leaves out an option and its value, in whichever of both forms. */
  private static List<String> without(String option, List<String> arguments) {
    List<String> left = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals(option)) {
        i++;
      } else if (!argument.startsWith(option + "=")) {
        left.add(argument);
      }
    }
    return left;
  }
}
