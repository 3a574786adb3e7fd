package org.tinyrecursive.transforms.arc.vote;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.ArcTask;

/**
 * Compares a submission with the tasks it answers, and says everything that is wrong, each with its
 * JSON pointer (RFC 6901).
 */
public final class ArcSubmissionValidator {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private static final int SHOWN = 30;

  private final Consumer<String> problems;

  private ArcSubmissionValidator(Consumer<String> problems) {
    this.problems = problems;
  }

  /**
   * Reads a submission.
   *
   * @param tasks that must be answered, and no others
   * @param problems takes every problem; a file without one is what the competition takes
   * @return answered test inputs
   * @throws IOException if it cannot be read
   */
  public static int validate(InputStream submission, List<ArcTask> tasks, Consumer<String> problems)
      throws IOException {
    JsonNode root;
    try {
      root = JSON.readTree(submission);
    } catch (JsonProcessingException broken) {
      problems.accept(
          "line %d, column %d: is no JSON: %s"
              .formatted(
                  broken.getLocation() == null ? 1 : broken.getLocation().getLineNr(),
                  broken.getLocation() == null ? 1 : broken.getLocation().getColumnNr(),
                  broken
                      .getOriginalMessage()
                      .lines()
                      .findFirst()
                      .orElse("")
                      .replaceFirst(" \\(start marker at .*", "")));
      return 0;
    }
    return new ArcSubmissionValidator(problems).submission(root, tasks);
  }

  private int submission(JsonNode root, List<ArcTask> tasks) {
    if (!root.isObject()) {
      problem("", "is %s, expected an object with a list for every task".formatted(found(root)));
      return 0;
    }
    int answered = 0;
    Map<String, ArcTask> missing = new HashMap<>();
    tasks.forEach(task -> missing.put(task.id(), task));
    for (Iterator<Map.Entry<String, JsonNode>> entries = root.fields(); entries.hasNext(); ) {
      Map.Entry<String, JsonNode> entry = entries.next();
      String path = "/" + entry.getKey().replace("~", "~0").replace("/", "~1");
      ArcTask task = missing.remove(entry.getKey());
      if (task == null) {
        problem(path, "is no task of the challenges; remove it");
      } else {
        answered += task(path, entry.getValue(), task.test().size());
      }
    }
    for (ArcTask task : tasks) {
      if (missing.containsKey(task.id())) {
        problem("/" + task.id(), "is missing; every task needs an entry");
      }
    }
    return answered;
  }

  private int task(String path, JsonNode answers, int testInputs) {
    if (!answers.isArray()) {
      problem(
          path,
          "is %s, expected a list with an entry for each of %d test inputs"
              .formatted(found(answers), testInputs));
      return 0;
    }
    if (answers.size() != testInputs) {
      problem(
          path,
          "has %d entries, the task has %d test inputs".formatted(answers.size(), testInputs));
    }
    for (int i = 0; i < answers.size(); i++) {
      attempts(path + "/" + i, answers.get(i));
    }
    return answers.size();
  }

  private void attempts(String path, JsonNode answer) {
    if (!answer.isObject()) {
      problem(path, "is %s, expected an object with two attempts".formatted(found(answer)));
      return;
    }
    for (String attempt : ArcSubmission.ATTEMPTS) {
      if (answer.has(attempt)) {
        grid(path + "/" + attempt, answer.get(attempt));
      } else {
        problem(path, "has no field %s".formatted(attempt));
      }
    }
    answer
        .fieldNames()
        .forEachRemaining(
            field -> {
              if (!ArcSubmission.ATTEMPTS.contains(field)) {
                problem(path + "/" + field, "is a field too many, allowed: attempt_1, attempt_2");
              }
            });
  }

  private void grid(String path, JsonNode grid) {
    if (!isList(path, grid, "rows")) {
      return;
    }
    int width = grid.get(0).size();
    for (int row = 0; row < grid.size(); row++) {
      row(path + "/" + row, grid.get(row), width);
    }
  }

  private void row(String path, JsonNode row, int width) {
    if (!isList(path, row, "cells")) {
      return;
    }
    if (row.size() != width) {
      problem(
          path,
          "has %d cells, the first row %d; all must have as many".formatted(row.size(), width));
    }
    for (int column = 0; column < row.size(); column++) {
      JsonNode cell = row.get(column);
      boolean colour =
          cell.isIntegralNumber()
              && cell.canConvertToInt()
              && cell.intValue() >= 0
              && cell.intValue() < ArcGrid.COLOURS;
      if (!colour) {
        problem(
            path + "/" + column,
            "is %s, allowed: 0 to %d".formatted(found(cell), ArcGrid.COLOURS - 1));
      }
    }
  }

  /** Whether it is a list of 1 to 30; says so if not. */
  private boolean isList(String path, JsonNode list, String of) {
    if (!list.isArray()) {
      problem(path, "is %s, expected a list of %s".formatted(found(list), of));
      return false;
    }
    if (list.isEmpty() || list.size() > ArcGrid.MAX_SIDE) {
      problem(path, "has %d %s, allowed: 1 to %d".formatted(list.size(), of, ArcGrid.MAX_SIDE));
      return false;
    }
    return true;
  }

  private void problem(String path, String reason) {
    problems.accept((path.isEmpty() ? "the file" : path) + ": " + reason);
  }

  private static String found(JsonNode node) {
    if (node.isObject()) {
      return "an object";
    }
    if (node.isArray()) {
      return "a list";
    }
    String text = node.toString();
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
