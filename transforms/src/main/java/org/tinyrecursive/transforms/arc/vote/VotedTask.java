package org.tinyrecursive.transforms.arc.vote;

import java.util.List;
import org.tinyrecursive.transforms.arc.ArcTask;

/**
 * A task after the vote.
 *
 * @param task with its demonstration pairs
 * @param questions its test inputs, in order
 */
public record VotedTask(ArcTask task, List<VotedQuestion> questions) {
  public VotedTask {
    questions = List.copyOf(questions);
  }

  /** Share of test inputs whose answer is among the first {@code k} candidates. */
  public double passAt(int k) {
    return (double) questions.stream().filter(question -> question.passesAt(k)).count()
        / questions.size();
  }

  /** Predictions that voted on any of its test inputs. */
  public long votes() {
    return questions.stream().mapToLong(VotedQuestion::votes).sum();
  }
}
