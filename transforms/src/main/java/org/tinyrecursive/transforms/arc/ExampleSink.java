package org.tinyrecursive.transforms.arc;

import java.io.IOException;

/** Takes the examples of a task, puzzle by puzzle. */
@FunctionalInterface
public interface ExampleSink {
  /**
   * Takes one example.
   *
   * @param puzzle of the task: 0 the original, then its augmentations
   * @param example of the puzzle, from 0
   * @param inputs [900] tokens, reused after the call
   * @param labels [900] tokens, reused after the call
   */
  void accept(int puzzle, int example, byte[] inputs, byte[] labels) throws IOException;
}
