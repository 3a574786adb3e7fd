package org.tinyrecursive.modeltf.rna;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.train.ResumeMode;
import org.tinyrecursive.modeltf.train.StopSignal;

/**
 * What to train.
 *
 * @param recipe sizes, cycles, optimizer, epochs; {@code halt_max_steps} is the number of
 *     supervision steps
 * @param kind which model
 * @param guesses guesses that differ on purpose
 * @param maxLength most residues of a window; longer targets are cropped at random
 * @param train targets to learn from, each with a start
 * @param validation targets to choose the best model by; may be empty
 * @param score of guesses of a validation target
 * @param datasetSha256 what the targets were made from
 * @param output folder of the run
 * @param resume what to do with an earlier part of the run
 * @param timeBudget wall time after which it ends with a checkpoint and an evaluation
 * @param versions of the program and what it runs on
 * @param compute hardware
 * @param stop asks training to end
 */
public record RnaTrainRun(
    Recipe recipe,
    RnaModelKind kind,
    int guesses,
    int maxLength,
    List<RnaExample> train,
    List<RnaExample> validation,
    Score score,
    String datasetSha256,
    Path output,
    ResumeMode resume,
    Optional<Duration> timeBudget,
    Map<String, String> versions,
    Compute compute,
    StopSignal stop) {
  public RnaTrainRun {
    train = List.copyOf(train);
    validation = List.copyOf(validation);
    versions = Map.copyOf(versions);
  }

  /** Says how good guesses are. */
  @FunctionalInterface
  public interface Score {
    /**
     * The best TM-score of some guesses.
     *
     * @param from first residue of the window that was predicted
     * @param guesses positions of the window's residues
     */
    double best(RnaExample example, int from, List<RnaGuess> guesses);
  }
}
