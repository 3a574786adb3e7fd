package org.tinyrecursive.transforms.sudoku;

import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Depth-first search over candidate sets held as bit masks. Between guesses, naked singles (a cell
 * with one digit left) and hidden singles (a digit with one cell left in a unit) are placed; a
 * guess is made at the cell with the fewest digits left. Reusable, for one thread.
 */
final class SudokuSearch {
  /** Set on a cell whose digit its peers have been told. */
  private static final int PLACED = 1 << 30;

  private final SudokuLayout layout;
  private final int cells;
  private final int side;
  private final int allDigits;
  private final int[][] stack;
  private final int[] queue;

  private int queued;
  private int wanted;
  private int found;
  private long guesses;
  private long guessLimit;
  private StableRandom digitOrder;
  private byte[] first;

  SudokuSearch(SudokuShape shape) {
    layout = SudokuLayout.of(shape);
    cells = shape.cells();
    side = shape.side();
    allDigits = (1 << side) - 1;
    stack = new int[cells + 1][];
    queue = new int[cells];
  }

  /** How a search ended. */
  enum End {
    /** All of the tree was searched, or as many solutions as wanted were found. */
    COMPLETE,
    /** The guess limit was reached before. */
    LIMIT
  }

  /**
   * Looks for solutions of a grid in a fixed order.
   *
   * @param grid digits 1 … side, 0 for a blank
   * @param wantedSolutions stop at this many
   * @param limit stop after this many guesses
   */
  End search(byte[] grid, int wantedSolutions, long limit) {
    return run(load(grid), wantedSolutions, limit, null);
  }

  /** Looks for one solution, digits tried in random order. */
  End fill(byte[] grid, long limit, StableRandom random) {
    return run(load(grid), 1, limit, random);
  }

  /**
   * Looks for one solution in which a blank cell holds another digit than the given one.
   *
   * @param cell a blank cell of {@code grid}
   * @param not the digit, 1 … side, that it may not hold
   */
  End searchOther(byte[] grid, int cell, int not, long limit) {
    int[] root = load(grid);
    root[cell] &= ~(1 << (not - 1));
    return run(root, 1, limit, null);
  }

  /** Number of solutions found by the last search, at most as many as wanted. */
  int found() {
    return found;
  }

  /** Digits tried at cells that had several left, over all of the last search. */
  long guesses() {
    return guesses;
  }

  /** The first solution of the last search, which must have found one; a fresh array. */
  byte[] firstSolution() {
    return first.clone();
  }

  private End run(int[] root, int wantedSolutions, long limit, StableRandom random) {
    wanted = wantedSolutions;
    found = 0;
    guesses = 0;
    guessLimit = limit;
    digitOrder = random;
    queued = 0;
    for (int cell = 0; cell < cells; cell++) {
      if (Integer.bitCount(root[cell]) == 1) {
        queue[queued++] = cell;
      }
    }
    if (propagate(root)) {
      descend(0);
    }
    return found < wanted && guesses > guessLimit ? End.LIMIT : End.COMPLETE;
  }

  private int[] load(byte[] grid) {
    int[] root = level(0);
    for (int cell = 0; cell < cells; cell++) {
      root[cell] = grid[cell] == 0 ? allDigits : 1 << (grid[cell] - 1);
    }
    return root;
  }

  private int[] level(int depth) {
    if (stack[depth] == null) {
      stack[depth] = new int[cells];
    }
    return stack[depth];
  }

  /** The grid at this depth is propagated and without contradiction. */
  private void descend(int depth) {
    int[] grid = stack[depth];
    int cell = fewestDigits(grid);
    if (cell < 0) {
      record(grid);
      return;
    }
    int[] next = level(depth + 1);
    for (int left = grid[cell]; left != 0 && found < wanted; ) {
      int digit = digitOrder == null ? Integer.lowestOneBit(left) : randomBit(left);
      left ^= digit;
      if (++guesses > guessLimit) {
        return;
      }
      System.arraycopy(grid, 0, next, 0, cells);
      next[cell] = digit;
      queue[0] = cell;
      queued = 1;
      if (propagate(next)) {
        descend(depth + 1);
      }
    }
  }

  private int fewestDigits(int[] grid) {
    int best = -1;
    int fewest = Integer.MAX_VALUE;
    for (int cell = 0; cell < cells; cell++) {
      if (grid[cell] < PLACED) {
        int digits = Integer.bitCount(grid[cell]);
        if (digits < fewest) {
          if (digits == 2) {
            return cell;
          }
          fewest = digits;
          best = cell;
        }
      }
    }
    return best;
  }

  private int randomBit(int bits) {
    int left = bits;
    for (int skip = digitOrder.nextInt(Integer.bitCount(bits)); skip > 0; skip--) {
      left &= left - 1;
    }
    return Integer.lowestOneBit(left);
  }

  private void record(int[] grid) {
    if (found++ == 0) {
      first = new byte[cells];
      for (int cell = 0; cell < cells; cell++) {
        first[cell] = (byte) (Integer.numberOfTrailingZeros(grid[cell]) + 1);
      }
    }
  }

  /** Places queued singles and whatever follows from them; false where that is impossible. */
  private boolean propagate(int[] grid) {
    do {
      if (!placeQueued(grid) || !queueHiddenSingles(grid)) {
        return false;
      }
    } while (queued > 0);
    return true;
  }

  private boolean placeQueued(int[] grid) {
    while (queued > 0) {
      int cell = queue[--queued];
      int digit = grid[cell];
      if (digit >= PLACED) {
        continue;
      }
      grid[cell] = digit | PLACED;
      for (int peer : layout.peers()[cell]) {
        int left = grid[peer];
        if ((left & digit) != 0) {
          left &= ~digit;
          if ((left & ~PLACED) == 0) {
            return false;
          }
          grid[peer] = left;
          if ((left & (left - 1)) == 0) {
            queue[queued++] = peer;
          }
        }
      }
    }
    return true;
  }

  /** Queues hidden singles; false where a digit has no cell left, or two digits need one cell. */
  private boolean queueHiddenSingles(int[] grid) {
    for (int[] unit : layout.units()) {
      int once = 0;
      int twice = 0;
      int placed = 0;
      for (int cell : unit) {
        int digits = grid[cell];
        twice |= once & digits;
        once |= digits;
        placed |= digits >= PLACED ? digits : 0;
      }
      if ((once & allDigits) != allDigits) {
        return false;
      }
      int hidden = once & ~twice & ~placed & allDigits;
      for (int i = 0; hidden != 0 && i < side; i++) {
        int cell = unit[i];
        int digit = grid[cell] & hidden;
        if (digit != 0 && grid[cell] < PLACED) {
          if ((digit & (digit - 1)) != 0) {
            return false;
          }
          hidden &= ~digit;
          if (grid[cell] != digit) {
            grid[cell] = digit;
            queue[queued++] = cell;
          }
        }
      }
    }
    return true;
  }
}
