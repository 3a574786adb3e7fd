package org.tinyrecursive.transforms.arc;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one task: {@code {"train": [{"input": …, "output": …}, …], "test": […]}}. */
final class TaskParser {
  /** More than any task has, also of our own making; a longer list is none of a task. */
  static final int MAX_PAIRS = 5000;

  private final ArcJson json;

  TaskParser(ArcJson json) {
    this.json = json;
  }

  /** Reads the task whose first brace is next. Fields of other names are passed over. */
  OpenTask parse(String id) throws RejectedTaskException {
    json.expect(JsonToken.START_OBJECT, "task", "an object with the fields train and test");
    long line = json.line();
    String path = json.path();
    List<ArcPair> train = null;
    List<OpenTask.Question> test = null;
    while (json.next() != JsonToken.END_OBJECT) {
      switch (json.name()) {
        case "train" -> train = train(once(train));
        case "test" -> test = questions(once(test));
        default -> {
          json.next();
          json.skip();
        }
      }
    }
    checkPresent(train, line, path, "train");
    checkPresent(test, line, path, "test");
    return new OpenTask(id, line, path, train, test);
  }

  private <T> List<T> once(List<T> before) throws RejectedTaskException {
    if (before != null) {
      throw json.reject("field", "is there twice");
    }
    return new ArrayList<>();
  }

  private static void checkPresent(List<?> pairs, long line, String path, String field)
      throws RejectedTaskException {
    if (pairs == null || pairs.isEmpty()) {
      throw new RejectedTaskException(
          line,
          path,
          "task",
          pairs == null
              ? "has no field \"%s\"".formatted(field)
              : "has no %s pair, expected at least one".formatted(field));
    }
  }

  private List<ArcPair> train(List<ArcPair> pairs) throws RejectedTaskException {
    for (OpenTask.Question pair : questions(new ArrayList<>())) {
      pairs.add(
          new ArcPair(
              pair.input(),
              pair.output()
                  .orElseThrow(
                      () ->
                          json.reject(
                              "pair %d".formatted(pairs.size()), "has no field \"output\""))));
    }
    return pairs;
  }

  private List<OpenTask.Question> questions(List<OpenTask.Question> pairs)
      throws RejectedTaskException {
    json.expect(JsonToken.START_ARRAY, "field", "a list of pairs");
    while (json.next() != JsonToken.END_ARRAY) {
      if (pairs.size() == MAX_PAIRS) {
        throw json.reject("pair", "is one too many, allowed: %d".formatted(MAX_PAIRS));
      }
      if (json.token() != JsonToken.START_OBJECT) {
        throw json.reject("pair", "is no object with the fields input and output");
      }
      pairs.add(question());
    }
    return pairs;
  }

  private OpenTask.Question question() throws RejectedTaskException {
    ArcGrid input = null;
    ArcGrid output = null;
    while (json.next() != JsonToken.END_OBJECT) {
      switch (json.name()) {
        case "input" -> input = json.grid();
        case "output" -> output = json.grid();
        default -> {
          json.next();
          json.skip();
        }
      }
    }
    if (input == null) {
      throw json.reject("pair", "has no field \"input\"");
    }
    return new OpenTask.Question(input, Optional.ofNullable(output));
  }
}
