package org.tinyrecursive.transforms.samples;

import java.util.List;

/**
 * A training set and a held-out set of generated puzzles.
 *
 * @param train training puzzles
 * @param test held-out puzzles
 * @param <P> kind of puzzle
 */
public record Samples<P>(List<P> train, List<P> test) {
  public Samples {
    train = List.copyOf(train);
    test = List.copyOf(test);
  }
}
