package org.tinyrecursive.workflows.predict;

import org.tinyrecursive.modeltf.predict.EarlyExit;
import org.tinyrecursive.modeltf.predict.SearchSettings;
import org.tinyrecursive.modeltf.predict.SearchSettings.AnswerChoice;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.workflows.cli.OptionRange;
import picocli.CommandLine.Option;

/** How much a model may think about one puzzle. Use it as a {@code @Mixin}. */
final class SearchOptions {
  private static final String SURE = "0.5";

  @Option(
      names = "--rollouts",
      paramLabel = "K",
      defaultValue = "1",
      description =
          "attempts at every puzzle, all but the first with noise on the latents; the one with the"
              + " highest q_halt is taken")
  private int rollouts;

  @Option(
      names = "--noise",
      paramLabel = "SIGMA",
      description =
          "standard deviation of the noise (default: " + SearchSettings.DEFAULT_NOISE + ")")
  private Double noise;

  @Option(
      names = "--halt-max-steps",
      paramLabel = "N",
      description = "most supervision steps of an attempt (default: as the model was trained)")
  private Integer haltMaxSteps;

  @Option(
      names = "--early-exit",
      arity = "0..1",
      fallbackValue = SURE,
      paramLabel = "P",
      description =
          "a puzzle is done as soon as sigmoid(q_halt) is at least P (P left out: "
              + SURE
              + "); its place in the batch goes to the next one")
  private Double earlyExit;

  @Option(
      names = "--verify",
      description =
          "check answers by the puzzle's rules and prefer those that keep them; with --early-exit a"
              + " puzzle is done as soon as one does")
  private boolean verify;

  @Option(
      names = "--seed",
      paramLabel = "SEED",
      defaultValue = "0",
      description = "seed of the noise; the same seed gives the same predictions")
  private long seed;

  SearchSettings settings() {
    if (noise != null && rollouts == 1) {
      throw new InputRefusedException(
          "--noise is %s, but the only attempt has none; add --rollouts 2 or more"
              .formatted(noise));
    }
    if (haltMaxSteps != null) {
      OptionRange.atLeast("--halt-max-steps", haltMaxSteps, 1);
    }
    return SearchSettings.PLAIN
        .withRollouts(rollouts, noise == null ? SearchSettings.DEFAULT_NOISE : noise)
        .withMaxSteps(haltMaxSteps == null ? 0 : haltMaxSteps)
        .withEarlyExit(earlyExit == null ? EarlyExit.NEVER : EarlyExit.at(earlyExit))
        .withChoice(verify ? AnswerChoice.VALID_FIRST : AnswerChoice.MOST_CONFIDENT)
        .withSeed(seed);
  }
}
