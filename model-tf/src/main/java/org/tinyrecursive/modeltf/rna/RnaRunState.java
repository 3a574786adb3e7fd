package org.tinyrecursive.modeltf.rna;

import java.io.IOException;
import java.util.List;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.DataCursor;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.checkpoint.PendingWork;
import org.tinyrecursive.modeltf.checkpoint.Standing;
import org.tinyrecursive.modeltf.checkpoint.TrainingState;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * A run as {@code state.json} has it. {@code seq_len} is the longest window; the score of an
 * evaluation is the mean TM-score.
 */
final class RnaRunState {
  private static final int TOKENS = 6;

  private final RnaTrainRun run;
  private final long stepsPerEpoch;

  RnaRunState(RnaTrainRun run, long stepsPerEpoch) {
    this.run = run;
    this.stepsPerEpoch = stepsPerEpoch;
  }

  TrainingState state(long step, double seconds, Standing standing, PendingWork pending) {
    return new TrainingState(
        step,
        (double) step / stepsPerEpoch,
        new DataCursor(Math.toIntExact(step / stepsPerEpoch), step % stepsPerEpoch),
        run.recipe(),
        new DataShape(run.maxLength(), TOKENS, 0, 0, -1, 0),
        run.datasetSha256(),
        seconds,
        standing,
        pending,
        run.versions());
  }

  /**
   * Refuses to go on with other settings or data, for the run would not be the same.
   *
   * @throws InputRefusedException if anything that matters differs
   */
  void check(Checkpoint checkpoint) throws IOException {
    TrainingState saved = checkpoint.state();
    List<NamedTensor> model = checkpoint.loadModel();
    RnaModelKind kind = RnaModelKind.of(model);
    int guesses = RnaModelKind.guessesOf(model);
    List<Difference> all =
        List.of(
            new Difference("model", kind, run.kind()),
            new Difference("num-structures", guesses, run.guesses()),
            new Difference("max-length", saved.dataShape().seqLen(), run.maxLength()),
            new Difference("dataset sha256", saved.datasetSha256(), run.datasetSha256()),
            new Difference("model settings", saved.recipe().model(), run.recipe().model()),
            new Difference("training settings", saved.recipe().train(), run.recipe().train()));
    for (Difference one : all) {
      if (!one.saved().equals(one.given())) {
        throw new InputRefusedException(
            "%s was trained with %s %s, now given is %s; give the same, or another --output-dir"
                .formatted(checkpoint.folder(), one.what(), one.saved(), one.given()));
      }
    }
  }

  private record Difference(String what, Object saved, Object given) {}
}
