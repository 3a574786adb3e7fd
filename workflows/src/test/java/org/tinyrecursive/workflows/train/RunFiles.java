package org.tinyrecursive.workflows.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.workflows.TrmProcess;

/** What a run in another process has written so far. */
final class RunFiles {
  private RunFiles() {}

  static void awaitSteps(TrmProcess training, Path run, int steps) throws Exception {
    Path metrics = run.resolve("metrics.jsonl");
    while (!Files.exists(metrics) || lines(metrics).size() < steps) {
      assertThat(training.process().isAlive()).as(training.output()).isTrue();
      Thread.sleep(10);
    }
  }

  private static List<String> lines(Path metrics) throws IOException {
    return Files.readString(metrics).lines().toList();
  }

  /** All lines without what a clock measured. */
  static List<String> metrics(Path run) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : lines(run.resolve("metrics.jsonl"))) {
      ObjectNode node = (ObjectNode) new ObjectMapper().readTree(line);
      node.remove("timing");
      lines.add(node.toString());
    }
    return lines;
  }

  static void assertSameTensors(Path run, Path other) {
    for (String file : List.of("model", "ema", "optimizer")) {
      Path tensors = Path.of("checkpoints", "latest", file + ".safetensors");
      assertThat(run.resolve(tensors)).hasSameBinaryContentAs(other.resolve(tensors));
    }
  }
}
