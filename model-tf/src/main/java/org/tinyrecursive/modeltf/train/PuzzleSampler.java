package org.tinyrecursive.modeltf.train;

import java.util.Optional;
import org.tinyrecursive.modeltf.checkpoint.DataCursor;
import org.tinyrecursive.modeltf.config.TrainConfig;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Which examples make a batch. An iteration visits every group once per epoch, each epoch in a
 * random order of its own. From each group one puzzle is drawn uniformly, and its examples are
 * added without replacement until the batch is full, cut to what fits and to {@code
 * train.examples_per_visit}. What is left at the end of an iteration and fills no batch is dropped.
 *
 * <p>Everything drawn at a visit follows from the seed and the number of the visit, so a {@link
 * DataCursor} is all the state there is. For one thread: the order of the current epoch is kept.
 */
final class PuzzleSampler {
  private static final long ORDER = StableRandom.hash("order of groups in an epoch");
  private static final long VISIT = StableRandom.hash("puzzle and examples of a visit");

  private final PuzzleSource source;
  private final int batchSize;
  private final int epochs;
  private final int epochsPerIteration;
  private final long seed;
  private final int mostOfAPuzzle;
  private long orderedEpoch = -1;
  private int[] order = {};

  PuzzleSampler(PuzzleSource source, TrainConfig config) {
    this.source = source;
    batchSize = config.globalBatchSize();
    epochs = config.epochs();
    epochsPerIteration = config.evalInterval();
    seed = config.seed();
    mostOfAPuzzle = config.examplesPerVisit() == 0 ? Integer.MAX_VALUE : config.examplesPerVisit();
  }

  /**
   * One batch.
   *
   * @param examples positions in the split
   * @param next where the batch after this one begins
   * @param place whether the iteration, with its evaluation, ends here
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Sample(int[] examples, DataCursor next, Place place) {}

  enum Place {
    WITHIN_ITERATION,
    ENDS_ITERATION
  }

  /** The batch at a cursor; empty where training ends. */
  Optional<Sample> sample(DataCursor at) {
    for (int iteration = at.iteration(); visits(iteration) > 0; iteration++) {
      long from = iteration == at.iteration() ? at.visit() : 0;
      int[] examples = new int[batchSize];
      long to = fill(iteration, from, examples);
      if (to >= 0) {
        return Optional.of(
            fits(iteration, to)
                ? new Sample(examples, new DataCursor(iteration, to), Place.WITHIN_ITERATION)
                : new Sample(examples, new DataCursor(iteration + 1, 0), Place.ENDS_ITERATION));
      }
    }
    return Optional.empty();
  }

  /** Whether an iteration gives at least one batch from a visit on. */
  boolean fits(int iteration, long visit) {
    long visits = visits(iteration);
    long examples = 0;
    for (long at = visit; at < visits && examples < batchSize; at++) {
      int puzzle = drawPuzzle(iteration, at, random(iteration, at));
      int size = source.exampleOffset(puzzle + 1) - source.exampleOffset(puzzle);
      examples += Math.min(size, mostOfAPuzzle);
    }
    return examples >= batchSize;
  }

  /** Visits of every group so far, fractions included. */
  double epoch(DataCursor cursor) {
    return Math.min(
        epochs,
        (double) cursor.iteration() * epochsPerIteration
            + (double) cursor.visit() / source.groupCount());
  }

  /** Fills a batch; returns the visit that follows, or −1 where the iteration ends before. */
  private long fill(int iteration, long from, int[] examples) {
    long visits = visits(iteration);
    int filled = 0;
    for (long visit = from; visit < visits; visit++) {
      StableRandom random = random(iteration, visit);
      int puzzle = drawPuzzle(iteration, visit, random);
      filled += drawExamples(puzzle, random, examples, filled);
      if (filled == batchSize) {
        return visit + 1;
      }
    }
    return -1;
  }

  private int drawPuzzle(int iteration, long visit, StableRandom random) {
    int groups = source.groupCount();
    long epoch = (long) iteration * epochsPerIteration + visit / groups;
    if (epoch != orderedEpoch) {
      order = StableRandom.of(seed, ORDER, epoch).permutation(groups);
      orderedEpoch = epoch;
    }
    int group = order[(int) (visit % groups)];
    int first = source.puzzleOffset(group);
    return first + random.nextInt(source.puzzleOffset(group + 1) - first);
  }

  private int drawExamples(int puzzle, StableRandom random, int[] into, int at) {
    int first = source.exampleOffset(puzzle);
    int size = source.exampleOffset(puzzle + 1) - first;
    int take = Math.min(Math.min(size, mostOfAPuzzle), batchSize - at);
    if (size == 1) {
      into[at] = first;
      return 1;
    }
    int[] shuffled = random.permutation(size);
    for (int i = 0; i < take; i++) {
      into[at + i] = first + shuffled[i];
    }
    return take;
  }

  private StableRandom random(int iteration, long visit) {
    return StableRandom.of(seed, VISIT, iteration, visit);
  }

  /** Group visits of an iteration; the last one is shorter where epochs do not divide. */
  private long visits(int iteration) {
    long left = epochs - (long) iteration * epochsPerIteration;
    return Math.max(0, Math.min(epochsPerIteration, left)) * source.groupCount();
  }
}
