package org.tinyrecursive.modeltf.train;

import java.util.Optional;
import org.tinyrecursive.modeltf.workers.WorkerLostException;

/**
 * Training in a process that follows: it draws the same batches as the one that leads, and makes
 * its share of each step when told to. It evaluates nothing and writes nothing.
 */
final class Follower {
  private final TrainRun run;
  private final TrainingData data;
  private final PuzzleSampler sampler;
  private final TrainingLength length;
  private final FollowingEngine engine;
  private final Progress progress;

  Follower(
      TrainRun run,
      TrainingData data,
      PuzzleSampler sampler,
      TrainingLength length,
      FollowingEngine engine,
      Progress progress) {
    this.run = run;
    this.data = data;
    this.sampler = sampler;
    this.length = length;
    this.engine = engine;
    this.progress = progress;
  }

  /**
   * Makes its share until the leading worker ends.
   *
   * @throws WorkerLostException if the leading worker is gone, saying after which step
   */
  TrainResult run() throws InterruptedException {
    try {
      follow();
    } catch (WorkerLostException lost) {
      throw new WorkerLostException(
          "step %d: %s; nothing is saved by this worker: start all workers again with --resume"
              .formatted(progress.step() + 1, lost.getMessage()),
          lost);
    }
    return new TrainResult(
        TrainResult.End.FOLLOWED,
        progress.step(),
        sampler.epoch(progress.cursor()),
        progress.elapsedSeconds(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private void follow() throws InterruptedException {
    try (Prefetcher batches = TrainBatches.prefetch(run.recipe(), data, length, progress)) {
      Optional<StepSettings> next = engine.nextStep();
      while (next.isPresent()) {
        StepSettings settings = next.get();
        TrainBatches.TrainBatch batch = batches.next().orElseThrow();
        if (settings.number() != progress.step() + 1) {
          throw new IllegalStateException(
              "step %d was asked for after %d".formatted(settings.number(), progress.step()));
        }
        engine.step(batch.batch(), settings);
        progress.stepped(batch.after());
        next = engine.nextStep();
      }
    }
  }
}
