package org.tinyrecursive.modeltf.config;

/** Which checkpoints count, and when more training is in vain. */
public record SelectionConfig(
    @Setting(
            key = "keep_best",
            help = "checkpoints kept of those with the highest exact accuracy",
            value = "1")
        int keepBest,
    @Setting(
            key = "patience",
            help = "evaluations without a better one after which training ends; 0: never",
            value = "0")
        int patience,
    @Setting(
            key = "min_gain",
            help = "gain of exact accuracy that counts as better, for patience",
            value = "0")
        double minGain) {
  /** One best checkpoint, all epochs. */
  public static final SelectionConfig DEFAULT = new SelectionConfig(1, 0, 0);

  public SelectionConfig {
    Check.atLeast("selection.keep_best", keepBest, 1);
    Check.atLeast("selection.patience", patience, 0);
    Check.within("selection.min_gain", minGain, 0, 1);
  }
}
