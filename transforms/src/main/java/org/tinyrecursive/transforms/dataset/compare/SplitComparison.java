package org.tinyrecursive.transforms.dataset.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.dataset.ExampleCursor;
import org.tinyrecursive.transforms.dataset.Split;

/**
 * Two splits of one name. Puzzles are compared by content: an equal one counts as shared wherever
 * it stands, a puzzle that is there twice as two.
 *
 * @param groups of both
 * @param puzzles of both
 * @param examples of both
 * @param sharedPuzzles puzzles that both have
 * @param onlyFirst ids ({@code puzzle_id}) of puzzles that only the first has, or has more often,
 *     at most {@link #NAMED}
 * @param onlySecond likewise of the second
 * @param differingExamples examples that differ from the one at the same place, as far as both go
 * @param differingTokens tokens, inputs and labels, in which these differ
 * @param firstDifference the first such token, if any
 */
public record SplitComparison(
    Pair groups,
    Pair puzzles,
    Pair examples,
    long sharedPuzzles,
    List<Integer> onlyFirst,
    List<Integer> onlySecond,
    long differingExamples,
    long differingTokens,
    Optional<String> firstDifference) {
  /** How many ids are named. */
  public static final int NAMED = 10;

  public SplitComparison {
    onlyFirst = List.copyOf(onlyFirst);
    onlySecond = List.copyOf(onlySecond);
  }

  /** A number of each of two splits. */
  public record Pair(long first, long second) {}

  /** Whether all examples are equal, one by one. */
  public boolean isSame() {
    return groups.first() == groups.second()
        && puzzles.first() == puzzles.second()
        && examples.first() == examples.second()
        && differingExamples == 0;
  }

  /** Compares two splits of one sequence length. */
  static SplitComparison of(Split first, Split second) {
    long[] firstHashes = ContentHashes.of(first);
    long[] secondHashes = ContentHashes.of(second);
    Tokens tokens = new Tokens(first, second);
    return new SplitComparison(
        new Pair(first.groupCount(), second.groupCount()),
        new Pair(first.puzzleCount(), second.puzzleCount()),
        new Pair(first.exampleCount(), second.exampleCount()),
        shared(firstHashes, secondHashes),
        only(first, firstHashes, secondHashes),
        only(second, secondHashes, firstHashes),
        tokens.examples,
        tokens.tokens,
        Optional.ofNullable(tokens.place));
  }

  /** How many puzzles can be paired off. */
  private static long shared(long[] first, long[] second) {
    long[] a = first.clone();
    long[] b = second.clone();
    Arrays.sort(a);
    Arrays.sort(b);
    long shared = 0;
    int j = 0;
    for (int i = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        shared++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }

  /** The first puzzles that are left when equal ones are paired off in order. */
  private static List<Integer> only(Split split, long[] own, long[] others) {
    long[] sorted = others.clone();
    Arrays.sort(sorted);
    int[] takenFrom = new int[sorted.length];
    List<Integer> ids = new ArrayList<>();
    for (int puzzle = 0; puzzle < own.length && ids.size() < NAMED; puzzle++) {
      int first = firstNotBelow(sorted, own[puzzle]);
      int next = first < sorted.length ? first + takenFrom[first] : first;
      if (next < sorted.length && sorted[next] == own[puzzle]) {
        takenFrom[first]++;
      } else {
        ids.add(split.puzzleId(puzzle));
      }
    }
    return ids;
  }

  private static int firstNotBelow(long[] sorted, long value) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Goes over both splits at once, example by example. */
  private static final class Tokens {
    private final byte[][] first;
    private final byte[][] second;
    private long examples;
    private long tokens;
    private String place;

    Tokens(Split one, Split other) {
      first = new byte[2][one.seqLen()];
      second = new byte[2][one.seqLen()];
      try (ExampleCursor left = one.cursor();
          ExampleCursor right = other.cursor()) {
        int both = Math.min(one.exampleCount(), other.exampleCount());
        for (int example = 0; example < both; example++) {
          left.copy(example, first[0], 0, first[1], 0);
          right.copy(example, second[0], 0, second[1], 0);
          add(one, example);
        }
      }
    }

    private void add(Split split, int example) {
      long before = tokens;
      for (int column = 0; column < first.length; column++) {
        int at = Arrays.mismatch(first[column], second[column]);
        for (int i = at; i >= 0 && i < first[column].length; i++) {
          tokens += first[column][i] == second[column][i] ? 0 : 1;
        }
        if (at >= 0 && place == null) {
          place =
              "example %d (puzzle %d): %s token %d is %d, in the second %d"
                  .formatted(
                      example,
                      split.puzzleId(split.puzzleOf(example)),
                      column == 0 ? "inputs" : "labels",
                      at,
                      Byte.toUnsignedInt(first[column][at]),
                      Byte.toUnsignedInt(second[column][at]));
        }
      }
      examples += tokens == before ? 0 : 1;
    }
  }
}
