package org.tinyrecursive.workflows.dataset;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.transforms.InputRefusedException;

/** Numbers of clues as written on the command line: {@code original,26,30,36}. */
final class TestClues {
  private static final String ORIGINAL = "original";

  private TestClues() {}

  /**
   * The numbers in the list, without the original.
   *
   * @throws InputRefusedException if a part is neither a number nor "original"
   */
  static List<Integer> parse(String text) {
    List<Integer> clues = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      if (part.strip().equals(ORIGINAL)) {
        continue;
      }
      try {
        clues.add(Integer.valueOf(part.strip()));
      } catch (NumberFormatException notANumber) {
        throw new InputRefusedException(
            "--test-clues has '%s', allowed: numbers of clues and '%s', such as original,26,30,36"
                .formatted(part, ORIGINAL),
            notANumber);
      }
    }
    return clues;
  }
}
