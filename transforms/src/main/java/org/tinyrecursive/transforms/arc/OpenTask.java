package org.tinyrecursive.transforms.arc;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A task as a file has it, its answers perhaps elsewhere.
 *
 * @param line where it begins
 * @param path JSON pointer to it, empty where the file is the task
 * @param train complete pairs
 * @param test the questions
 */
record OpenTask(String id, long line, String path, List<ArcPair> train, List<Question> test) {
  /**
   * @param input what is asked
   * @param output the answer, if the file has it
   */
  record Question(ArcGrid input, Optional<ArcGrid> output) {}

  /** The task with these answers, one per question. */
  ArcTask with(List<ArcGrid> answers) {
    return new ArcTask(
        id,
        train,
        IntStream.range(0, test.size())
            .mapToObj(i -> new ArcPair(test.get(i).input(), answers.get(i)))
            .toList());
  }
}
