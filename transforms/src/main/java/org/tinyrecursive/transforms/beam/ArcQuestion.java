package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.ArcPair;
import org.tinyrecursive.transforms.arc.ArcTask;

/**
 * A test input on its way through a pipeline.
 *
 * @param index place among the test inputs of all tasks, from 0
 * @param task id of its task
 * @param input the grid as text
 * @param answer the right one as text; empty if it is not known
 */
public record ArcQuestion(int index, String task, String input, String answer)
    implements Serializable {
  /** All test inputs, tasks in order. */
  public static List<ArcQuestion> of(List<ArcTask> tasks, Answers answers) {
    List<ArcQuestion> questions = new ArrayList<>();
    for (ArcTask task : tasks) {
      for (ArcPair pair : task.test()) {
        questions.add(
            new ArcQuestion(
                questions.size(),
                task.id(),
                pair.input().toString(),
                answers == Answers.KNOWN ? pair.output().toString() : ""));
      }
    }
    return questions;
  }

  /** Whether the outputs of test pairs are answers or stand for what is not public. */
  public enum Answers {
    KNOWN,
    UNKNOWN;

    /** They are unknown where every one of them is {@link ArcTask#NO_ANSWER}. */
    public static Answers of(List<ArcTask> tasks) {
      return tasks.stream()
              .flatMap(task -> task.test().stream())
              .allMatch(pair -> pair.output().equals(ArcTask.NO_ANSWER))
          ? UNKNOWN
          : KNOWN;
    }
  }

  /** What votes on it are grouped by: the same for equal inputs of one task. */
  String key() {
    return key(task, ArcGrid.parse(input));
  }

  static String key(String task, ArcGrid input) {
    return task + "\t" + input.sha256();
  }

  Optional<ArcGrid> answerGrid() {
    return answer.isEmpty() ? Optional.empty() : Optional.of(ArcGrid.parse(answer));
  }
}
