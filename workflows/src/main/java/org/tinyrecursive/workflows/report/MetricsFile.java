package org.tinyrecursive.workflows.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.transforms.InputRefusedException;

/** Reads the {@code metrics.jsonl} of a run. */
public final class MetricsFile {
  private static final int POINTS = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Column step = new Column();
  private final Column loss = new Column();
  private final Column exact = new Column();
  private final Column lr = new Column();
  private final Column evaluatedAt = new Column();
  private final Column rawExact = new Column();
  private final Column emaExact = new Column();
  private final Column cell = new Column();
  private List<StepAccuracy> byStep = List.of();

  private MetricsFile() {}

  /**
   * Reads a log; a last line that is cut off, as in a running or killed run, is left out.
   *
   * @throws InputRefusedException if there is no such file, or another line is no JSON object
   */
  public static Curves load(Path file) {
    MetricsFile metrics = new MetricsFile();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String line = lines.readLine();
      for (int number = 1; line != null; number++) {
        String next = lines.readLine();
        metrics.read(file, number, line, next == null);
        line = next;
      }
    } catch (NoSuchFileException absent) {
      throw new InputRefusedException(
          file + ": there is no such file; give the folder of a run", absent);
    } catch (IOException unreadable) {
      throw new InputRefusedException(
          "%s: cannot be read: %s".formatted(file, unreadable), unreadable);
    }
    return metrics.curves();
  }

  private void read(Path file, int number, String line, boolean last) {
    JsonNode node;
    try {
      node = JSON.readTree(line);
    } catch (JsonProcessingException cutOff) {
      if (last) {
        return;
      }
      throw new InputRefusedException(
          "%s:%d: not a JSON object: %s".formatted(file, number, cutOff.getOriginalMessage()),
          cutOff);
    }
    switch (node.path("kind").asText()) {
      case "train" -> addTrain(node);
      case "evaluation" -> addEvaluation(node);
      default -> {
        // Lines of kinds that are not drawn.
      }
    }
  }

  private void addTrain(JsonNode node) {
    step.add(number(node, "step"));
    loss.add(number(node, "loss"));
    exact.add(number(node, "exact_accuracy"));
    lr.add(number(node, "lr"));
  }

  private void addEvaluation(JsonNode node) {
    JsonNode raw = node.path("raw");
    JsonNode ema = node.path("ema");
    JsonNode exported = ema.isObject() ? ema : raw;
    evaluatedAt.add(number(node, "step"));
    rawExact.add(number(raw, "exact_accuracy"));
    emaExact.add(number(ema, "exact_accuracy"));
    cell.add(number(exported, "cell_accuracy"));
    List<StepAccuracy> steps = new ArrayList<>();
    JsonNode exactBySteps = exported.path("exact_accuracy_by_step");
    for (int i = 0; i < exactBySteps.size(); i++) {
      double cells = exported.path("cell_accuracy_by_step").path(i).asDouble();
      steps.add(new StepAccuracy(i + 1, exactBySteps.get(i).asDouble(), cells));
    }
    byStep = steps;
  }

  private static double number(JsonNode node, String field) {
    return node.path(field).asDouble(Double.NaN);
  }

  private Curves curves() {
    Curves.Train train =
        new Curves.Train(
            step.thinned(POINTS), loss.thinned(POINTS), exact.thinned(POINTS), lr.thinned(POINTS));
    Curves.Evaluations evaluations =
        new Curves.Evaluations(evaluatedAt.all(), rawExact.all(), emaExact.all(), cell.all());
    return new Curves(train, evaluations, byStep, step.size());
  }
}
