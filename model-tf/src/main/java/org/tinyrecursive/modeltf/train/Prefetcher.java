package org.tinyrecursive.modeltf.train;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Prepares batches on a thread of its own, a few ahead. Batches take turns in a fixed set of
 * buffers: the one that {@link #next} returned is valid until the next call.
 */
final class Prefetcher implements AutoCloseable {
  private static final int AHEAD = 3;

  private final TrainBatches batches;
  private final BlockingQueue<Batch> free = new ArrayBlockingQueue<>(AHEAD + 1);
  private final BlockingQueue<Item> ready = new ArrayBlockingQueue<>(AHEAD + 2);
  private final Thread thread;
  private Batch inUse;
  private boolean over;

  private sealed interface Item {}

  private record Ready(TrainBatches.TrainBatch batch) implements Item {}

  private record End() implements Item {}

  private record Failure(Throwable cause) implements Item {}

  private Prefetcher(TrainBatches batches, int batchSize) {
    this.batches = batches;
    for (int i = 0; i <= AHEAD; i++) {
      free.add(batches.allocate(batchSize));
    }
    thread = new Thread(this::prepare, "batch-prefetch");
    thread.setDaemon(true);
  }

  /** Starts at once; {@code batches} is closed with it. */
  static Prefetcher start(TrainBatches batches, int batchSize) {
    Prefetcher prefetcher = new Prefetcher(batches, batchSize);
    prefetcher.thread.start();
    return prefetcher;
  }

  /**
   * The next batch; empty where training ends.
   *
   * @throws RuntimeException whatever reading a batch threw
   */
  Optional<TrainBatches.TrainBatch> next() throws InterruptedException {
    if (over) {
      return Optional.empty();
    }
    if (inUse != null) {
      free.add(inUse);
      inUse = null;
    }
    Item item = ready.take();
    if (item instanceof Ready made) {
      inUse = made.batch().batch();
      return Optional.of(made.batch());
    }
    over = true;
    if (item instanceof Failure failure) {
      throw new IllegalStateException(
          "reading training data failed: " + failure.cause().getMessage(), failure.cause());
    }
    return Optional.empty();
  }

  private void prepare() {
    Item last;
    try {
      while (true) {
        Optional<TrainBatches.TrainBatch> batch = batches.next(free.take());
        if (batch.isEmpty()) {
          last = new End();
          break;
        }
        ready.put(new Ready(batch.get()));
      }
    } catch (InterruptedException closing) {
      return;
    } catch (RuntimeException | Error e) {
      // Thrown again by next(), on the thread that can act on it.
      last = new Failure(e);
    }
    // Never full: at most AHEAD + 1 batches exist, and the queue has room for one item more.
    ready.add(last);
  }

  /** Stops the thread and waits for it. */
  @Override
  public void close() {
    thread.interrupt();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        // Told again below: the buffers may only go when the thread no longer uses them.
        interrupted = true;
      }
    }
    batches.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
