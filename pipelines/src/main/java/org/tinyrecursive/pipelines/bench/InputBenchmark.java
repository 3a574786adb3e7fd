package org.tinyrecursive.pipelines.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tinyrecursive.transforms.dataset.ExampleCursor;
import org.tinyrecursive.transforms.dataset.Split;
import org.tinyrecursive.transforms.measure.PeakMemory;
import org.tinyrecursive.transforms.measure.ResidentMemory;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Times random reading as training does it: a group drawn uniformly, one of its puzzles drawn
 * uniformly, all examples of that puzzle copied out.
 */
public final class InputBenchmark {
  private InputBenchmark() {}

  /**
   * What was measured.
   *
   * @param threads that read
   * @param seconds they read
   * @param examples copied by all of them
   * @param puzzles drawn by all of them
   * @param examplesPerSecond of all of them together
   * @param mbPerSecond the same as tokens, in MB (10⁶ bytes)
   * @param anonymousRssMb memory of the process itself at the end; NaN where unknown
   * @param mappedRssMb pages of the dataset's files in memory at the end, which the system takes
   *     back where it is short; NaN where unknown
   * @param peakRssMb most memory that the process held, mapped files included; NaN where unknown
   */
  public record Result(
      int threads,
      double seconds,
      long examples,
      long puzzles,
      double examplesPerSecond,
      double mbPerSecond,
      double anonymousRssMb,
      double mappedRssMb,
      double peakRssMb) {}

  /**
   * Measures.
   *
   * @param threads 1 and above
   * @param time how long to read; as long again is read before the clock counts, but no longer than
   *     two seconds
   */
  public static Result run(Split split, int threads, Duration time, long seed) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long warmUp = Math.min(time.toNanos(), Duration.ofSeconds(2).toNanos());
      readAll(pool, split, threads, warmUp, seed - 1);
      long start = System.nanoTime();
      Drawn drawn = readAll(pool, split, threads, time.toNanos(), seed);
      double seconds = (System.nanoTime() - start) / 1e9;
      double rate = drawn.examples / seconds;
      ResidentMemory memory = ResidentMemory.now();
      return new Result(
          threads,
          seconds,
          drawn.examples,
          drawn.puzzles,
          rate,
          rate * 2 * split.seqLen() / 1e6,
          memory.anonymousMegabytes(),
          memory.mappedMegabytes(),
          PeakMemory.residentMegabytes());
    } finally {
      pool.shutdownNow();
    }
  }

  private record Drawn(long puzzles, long examples) {}

  private static Drawn readAll(
      ExecutorService pool, Split split, int threads, long nanos, long seed) {
    List<Future<Drawn>> readers = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      StableRandom random = StableRandom.of(seed, thread);
      readers.add(pool.submit(() -> read(split, nanos, random)));
    }
    long puzzles = 0;
    long examples = 0;
    try {
      for (Future<Drawn> reader : readers) {
        puzzles += reader.get().puzzles;
        examples += reader.get().examples;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the measurement was interrupted", stopped);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a reader failed", failed.getCause());
    }
    return new Drawn(puzzles, examples);
  }

  private static Drawn read(Split split, long nanos, StableRandom random) {
    byte[] inputs = new byte[split.seqLen()];
    byte[] labels = new byte[split.seqLen()];
    long end = System.nanoTime() + nanos;
    long puzzles = 0;
    long examples = 0;
    try (ExampleCursor cursor = split.cursor()) {
      while (System.nanoTime() < end) {
        int group = random.nextInt(split.groupCount());
        int first = split.puzzleOffset(group);
        int puzzle = first + random.nextInt(split.puzzleOffset(group + 1) - first);
        for (int i = split.exampleOffset(puzzle); i < split.exampleOffset(puzzle + 1); i++) {
          cursor.copy(i, inputs, 0, labels, 0);
          examples++;
        }
        puzzles++;
      }
    }
    return new Drawn(puzzles, examples);
  }
}
