package org.tinyrecursive.transforms.arc;

import com.fasterxml.jackson.core.JsonToken;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A file of answers: {@code {"<task>": [<grid>, …], …}}, one grid for every test pair. */
public final class ArcSolutions {
  private final String file;
  private final Map<String, List<ArcGrid>> answers = new LinkedHashMap<>();
  private final Map<String, ArcReject> rejects = new LinkedHashMap<>();
  private final Map<String, Long> lines = new HashMap<>();

  private ArcSolutions(String file) {
    this.file = file;
  }

  /**
   * Reads a file. What is wrong with one task's answers is told when its task is asked for.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if it is not JSON, no object, or has
   *     answers of more than 100,000 tasks or more than 10,000 wrong ones
   */
  public static ArcSolutions read(String file, InputStream in) {
    ArcSolutions solutions = new ArcSolutions(file);
    ArcJson json = new ArcJson(file, in);
    json.require(JsonToken.START_OBJECT, "an object with a list of grids for every task");
    TaskLimits limits = new TaskLimits(json);
    while (json.next() != JsonToken.END_OBJECT) {
      limits.another();
      String task = json.name();
      solutions.lines.putIfAbsent(task, json.line());
      int depth = json.depth();
      try {
        if (solutions.answers.containsKey(task)) {
          throw json.reject("answer", "is there twice");
        }
        solutions.answers.put(task, List.of());
        solutions.answers.put(task, grids(json));
      } catch (RejectedTaskException rejected) {
        json.skipTo(depth);
        ArcReject reject = rejected.of(file, task);
        limits.anotherWrong(reject);
        solutions.rejects.putIfAbsent(task, reject);
      }
    }
    json.end();
    return solutions;
  }

  private static List<ArcGrid> grids(ArcJson json) throws RejectedTaskException {
    json.expect(JsonToken.START_ARRAY, "answer", "a list of grids");
    List<ArcGrid> grids = new ArrayList<>();
    while (json.next() != JsonToken.END_ARRAY) {
      if (grids.size() == TaskParser.MAX_PAIRS) {
        throw json.reject("grid", "is one too many, allowed: %d".formatted(TaskParser.MAX_PAIRS));
      }
      grids.add(json.openGrid());
    }
    return grids;
  }

  /** Takes the answers of a task, which then count as asked for. */
  List<ArcGrid> take(OpenTask task) throws RejectedTaskException {
    List<ArcGrid> found = answers.remove(task.id());
    if (found == null) {
      throw new RejectedTaskException(
          task.line(),
          task.path(),
          "task",
          "has no answer in %s; is that the file of another subset?".formatted(file));
    }
    ArcReject reject = rejects.remove(task.id());
    if (reject != null) {
      throw new RejectedTaskException(
          task.line(),
          task.path(),
          "task",
          "has a wrong answer, %s:%d: %s: %s %s"
              .formatted(file, reject.line(), reject.path(), reject.what(), reject.reason()));
    }
    if (found.size() != task.test().size()) {
      throw new RejectedTaskException(
          task.line(),
          task.path() + "/test",
          "field",
          "has %d pairs, but %s has %d answers at /%s; every pair needs one"
              .formatted(task.test().size(), file, found.size(), task.id()));
    }
    return found;
  }

  /** Says that a task is refused: nobody will ask for its answers, and that is not their fault. */
  void forget(String task) {
    answers.remove(task);
    rejects.remove(task);
  }

  /** Answers that no task has asked for. */
  List<ArcReject> unused(String challenges) {
    return answers.keySet().stream()
        .map(
            task ->
                new ArcReject(
                    file,
                    lines.get(task),
                    "/" + task,
                    task,
                    "answer",
                    "belongs to no task of %s; is this the file of another subset?"
                        .formatted(challenges)))
        .toList();
  }
}
