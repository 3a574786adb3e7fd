package org.tinyrecursive.transforms.arc.sample;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.random.StableRandom;

/** Draws colours other than the background. */
final class Palette {
  private static final int COLOURS = ArcGrid.COLOURS - 1;

  private Palette() {}

  /**
   * Distinct colours 1 … 9 in random order.
   *
   * @param except colours that are not to be among them
   */
  static int[] draw(StableRandom random, int count, int... except) {
    return Arrays.stream(random.permutation(COLOURS))
        .map(colour -> colour + 1)
        .filter(colour -> Arrays.stream(except).noneMatch(not -> not == colour))
        .limit(count)
        .toArray();
  }

  static int any(StableRandom random, int... of) {
    return of[random.nextInt(of.length)];
  }

  /** One rule for each of the colours 1 … 9. */
  static List<Rule> each(IntFunction<Rule> rule) {
    return IntStream.rangeClosed(1, COLOURS).mapToObj(rule).toList();
  }
}
