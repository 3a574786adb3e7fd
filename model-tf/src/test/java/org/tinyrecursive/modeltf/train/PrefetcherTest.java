package org.tinyrecursive.modeltf.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tinyrecursive.modeltf.checkpoint.DataCursor;
import org.tinyrecursive.modeltf.config.TrainConfig;

@Timeout(20)
class PrefetcherTest {
  private static final TrainConfig CONFIG = TestRecipes.train(4, 10, 5);

  private static TrainBatches batches(PuzzleSource source) {
    return new TrainBatches(
        new PuzzleSampler(source, CONFIG),
        new BatchReader(source, FakePuzzles.SHAPE),
        new Curriculum(TestRecipes.NO_CURRICULUM, -1, 10, 0),
        DataCursor.START,
        0);
  }

  @Test
  void batchesComeInOrderWhateverTheConsumersPace() throws InterruptedException {
    FakePuzzles puzzles = FakePuzzles.mixed(7);
    List<String> expected = new ArrayList<>();
    try (TrainBatches direct = batches(puzzles)) {
      Optional<TrainBatches.TrainBatch> batch = direct.next(direct.allocate(4));
      while (batch.isPresent()) {
        expected.add(Arrays.toString(batch.get().batch().inputs()) + batch.get().after());
        batch = direct.next(direct.allocate(4));
      }
    }
    List<String> seen = new ArrayList<>();
    try (Prefetcher prefetcher = Prefetcher.start(batches(puzzles), 4)) {
      Optional<TrainBatches.TrainBatch> batch = prefetcher.next();
      while (batch.isPresent()) {
        if (seen.size() % 7 == 0) {
          Thread.sleep(3); // long enough for the buffers to run full
        }
        seen.add(Arrays.toString(batch.get().batch().inputs()) + batch.get().after());
        batch = prefetcher.next();
      }
      assertThat(prefetcher.next()).isEmpty();
    }
    assertThat(seen).hasSizeGreaterThan(20).isEqualTo(expected);
  }

  @Test
  void aReadErrorReachesTheConsumerWithItsCause() throws InterruptedException {
    PuzzleSource broken =
        new BrokenPuzzles(FakePuzzles.single(8, 1), new IllegalStateException("shard is damaged"));
    try (Prefetcher prefetcher = Prefetcher.start(batches(broken), 4)) {
      assertThatThrownBy(prefetcher::next)
          .hasMessageContaining("shard is damaged")
          .hasRootCauseMessage("shard is damaged");
    }
  }

  @Test
  void closingEndsTheThreadWithBatchesLeft() throws InterruptedException {
    Prefetcher prefetcher = Prefetcher.start(batches(FakePuzzles.single(50, 1)), 4);
    prefetcher.next();
    prefetcher.close();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("batch-prefetch") && thread.isAlive());
  }

  private record BrokenPuzzles(FakePuzzles whole, RuntimeException failure)
      implements PuzzleSource {
    @Override
    public int groupCount() {
      return whole.groupCount();
    }

    @Override
    public int exampleCount() {
      return whole.exampleCount();
    }

    @Override
    public int puzzleOffset(int group) {
      return whole.puzzleOffset(group);
    }

    @Override
    public int exampleOffset(int puzzle) {
      return whole.exampleOffset(puzzle);
    }

    @Override
    public int puzzleOf(int example) {
      return whole.puzzleOf(example);
    }

    @Override
    public int puzzleIdentifier(int puzzle) {
      return whole.puzzleIdentifier(puzzle);
    }

    @Override
    public ExampleReader reader() {
      return new ExampleReader() {
        @Override
        public void copy(int example, byte[] inputs, byte[] labels) {
          throw failure;
        }

        @Override
        public void close() {}
      };
    }
  }
}
