package org.tinyrecursive.transforms.arc;

import com.fasterxml.jackson.core.JsonToken;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads files of tasks, one task at a time. A task that is wrong is handed over as a reject, and
 * the reading goes on; a file that is no JSON is refused where it ceases to be.
 */
public final class ArcTaskReader {
  private static final String SUFFIX = ".json";

  private final Consumer<ArcTask> tasks;
  private final Consumer<ArcReject> rejects;

  /**
   * @param tasks takes every task that is right
   * @param rejects takes what is wrong with the others
   */
  public ArcTaskReader(Consumer<ArcTask> tasks, Consumer<ArcReject> rejects) {
    this.tasks = tasks;
    this.rejects = rejects;
  }

  /**
   * Reads a file of many tasks, {@code {"<id>": <task>, …}}.
   *
   * @param file its name, for errors
   * @param solutions where the answers are; if empty, those that the tasks themselves have, and
   *     {@link ArcTask#NO_ANSWER} where they have none
   * @throws org.tinyrecursive.transforms.InputRefusedException if it is not JSON, no object, or has
   *     more than 100,000 tasks or 10,000 wrong ones
   */
  public void readChallenges(String file, InputStream in, Optional<ArcSolutions> solutions) {
    ArcJson json = new ArcJson(file, in);
    json.require(JsonToken.START_OBJECT, "an object with a task for every id");
    Set<String> ids = new HashSet<>();
    TaskLimits limits = new TaskLimits(json);
    while (json.next() != JsonToken.END_OBJECT) {
      String id = json.name();
      int depth = json.depth();
      limits.another();
      try {
        if (!ids.add(id)) {
          throw json.reject("task id", "is there twice; it names one task");
        }
        checkId(json, id);
        OpenTask task = new TaskParser(json).parse(id);
        tasks.accept(task.with(answers(task, solutions)));
      } catch (RejectedTaskException rejected) {
        json.skipTo(depth);
        ArcReject reject = rejected.of(file, id);
        limits.anotherWrong(reject);
        rejects.accept(reject);
        solutions.ifPresent(all -> all.forget(id));
      }
    }
    json.end();
    solutions.ifPresent(all -> all.unused(file).forEach(rejects));
  }

  /**
   * Reads a file that is one task, answers and all; its id is the file's name without {@code
   * .json}.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if it is not JSON
   */
  public void readTask(String file, InputStream in) {
    readTask(file, in, ArcTaskReader::ownAnswers);
  }

  /**
   * Reads a file that is one task, whose answers may be missing: {@link ArcTask#NO_ANSWER} stands
   * for them.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if it is not JSON
   */
  public void readUnseenTask(String file, InputStream in) {
    readTask(file, in, ArcTaskReader::knownAnswers);
  }

  private void readTask(String file, InputStream in, Answers answers) {
    ArcJson json = new ArcJson(file, in);
    String id = idOf(file);
    try {
      checkId(json, id);
      OpenTask task = new TaskParser(json).parse(id);
      tasks.accept(task.with(answers.of(task)));
      json.end();
    } catch (RejectedTaskException rejected) {
      rejects.accept(rejected.of(file, id));
    }
  }

  @FunctionalInterface
  private interface Answers {
    List<ArcGrid> of(OpenTask task) throws RejectedTaskException;
  }

  /** The id of the task in a file of that name. */
  public static String idOf(String file) {
    return file.endsWith(SUFFIX) ? file.substring(0, file.length() - SUFFIX.length()) : file;
  }

  private static void checkId(ArcJson json, String id) throws RejectedTaskException {
    try {
      PuzzleName.checkTaskId(id);
    } catch (IllegalArgumentException wrong) {
      RejectedTaskException rejected = json.reject("name", wrong.getMessage());
      rejected.initCause(wrong);
      throw rejected;
    }
  }

  private static List<ArcGrid> answers(OpenTask task, Optional<ArcSolutions> solutions)
      throws RejectedTaskException {
    return solutions.isPresent() ? solutions.get().take(task) : knownAnswers(task);
  }

  private static List<ArcGrid> knownAnswers(OpenTask task) {
    return task.test().stream().map(test -> test.output().orElse(ArcTask.NO_ANSWER)).toList();
  }

  private static List<ArcGrid> ownAnswers(OpenTask task) throws RejectedTaskException {
    for (int i = 0; i < task.test().size(); i++) {
      if (task.test().get(i).output().isEmpty()) {
        throw new RejectedTaskException(
            task.line(),
            "%s/test/%d".formatted(task.path(), i),
            "pair",
            "has no field \"output\"; a task in a file of its own has its answers with it");
      }
    }
    return task.test().stream().flatMap(test -> test.output().stream()).toList();
  }
}
