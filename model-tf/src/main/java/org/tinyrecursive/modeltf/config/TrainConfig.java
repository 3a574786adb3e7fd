package org.tinyrecursive.modeltf.config;

/** How a model is trained: length, batch, optimizers, averages, evaluation, checkpoints. */
public record TrainConfig(
    @Setting(key = "global_batch_size", help = "examples per optimizer step", value = "768")
        int globalBatchSize,
    @Setting(key = "epochs", help = "visits of every group", value = "50000") int epochs,
    @Setting(
            key = "eval_interval",
            help = "epochs between evaluations; batches are filled across epochs within it",
            value = "5000")
        int evalInterval,
    @Setting(
            key = "eval_max_examples",
            help = "most test examples per evaluation, in order; 0: all",
            value = "0")
        int evalMaxExamples,
    @Setting(
            key = "checkpoint_every_steps",
            help = "steps between checkpoints, besides one at every evaluation; 0: none",
            value = "1000")
        int checkpointEverySteps,
    @Setting(key = "keep_checkpoints", help = "latest checkpoints kept, besides best", value = "3")
        int keepCheckpoints,
    @Setting(key = "lr", help = "learning rate of the dense parameters", value = "1e-4") double lr,
    @Setting(key = "lr_min_ratio", help = "share of lr at the end of the cosine", value = "1")
        double lrMinRatio,
    @Setting(key = "lr_warmup_steps", help = "steps of linear warmup", value = "2000")
        int lrWarmupSteps,
    @Setting(key = "beta1", help = "decay of the first moment", value = "0.9") double beta1,
    @Setting(key = "beta2", help = "decay of the second moment", value = "0.95") double beta2,
    @Setting(key = "weight_decay", help = "decoupled decay of dense parameters", value = "0.1")
        double weightDecay,
    @Setting(key = "puzzle_emb_lr", help = "learning rate of SignSGD", value = "1e-2")
        double puzzleEmbLr,
    @Setting(key = "puzzle_emb_weight_decay", help = "decay of touched puzzle rows", value = "0.1")
        double puzzleEmbWeightDecay,
    @Setting(key = "ema", help = "average the weights, evaluate the average", value = "true")
        boolean ema,
    @Setting(key = "ema_rate", help = "share of the old average kept per step", value = "0.999")
        double emaRate,
    @Setting(key = "seed", help = "seed of initial weights, sampling, exploration", value = "0")
        long seed,
    @Setting(
            key = "examples_per_visit",
            help =
                "most examples of a puzzle that one visit adds; 0: as many as fit, as published. Where puzzles have more than a batch, it mixes several in one",
            value = "0")
        int examplesPerVisit) {

  public TrainConfig {
    Check.atLeast("train.global_batch_size", globalBatchSize, 1);
    Check.atLeast("train.epochs", epochs, 1);
    Check.within("train.eval_interval", evalInterval, 1, epochs);
    Check.atLeast("train.eval_max_examples", evalMaxExamples, 0);
    Check.atLeast("train.checkpoint_every_steps", checkpointEverySteps, 0);
    Check.atLeast("train.keep_checkpoints", keepCheckpoints, 1);
    Check.atLeast("train.lr", lr, 0);
    Check.within("train.lr_min_ratio", lrMinRatio, 0, 1);
    Check.atLeast("train.lr_warmup_steps", lrWarmupSteps, 0);
    Check.within("train.beta1", beta1, 0, 0.999999);
    Check.within("train.beta2", beta2, 0, 0.999999);
    Check.atLeast("train.weight_decay", weightDecay, 0);
    Check.atLeast("train.puzzle_emb_lr", puzzleEmbLr, 0);
    Check.atLeast("train.puzzle_emb_weight_decay", puzzleEmbWeightDecay, 0);
    Check.within("train.ema_rate", emaRate, 0, 1);
    Check.atLeast("train.examples_per_visit", examplesPerVisit, 0);
  }

  /** With as many examples of a puzzle as fit, as published. */
  public TrainConfig(
      int globalBatchSize,
      int epochs,
      int evalInterval,
      int evalMaxExamples,
      int checkpointEverySteps,
      int keepCheckpoints,
      double lr,
      double lrMinRatio,
      int lrWarmupSteps,
      double beta1,
      double beta2,
      double weightDecay,
      double puzzleEmbLr,
      double puzzleEmbWeightDecay,
      boolean ema,
      double emaRate,
      long seed) {
    this(
        globalBatchSize,
        epochs,
        evalInterval,
        evalMaxExamples,
        checkpointEverySteps,
        keepCheckpoints,
        lr,
        lrMinRatio,
        lrWarmupSteps,
        beta1,
        beta2,
        weightDecay,
        puzzleEmbLr,
        puzzleEmbWeightDecay,
        ema,
        emaRate,
        seed,
        0);
  }

  /** How many of a puzzle's examples one visit adds where the batch has room. */
  public double visited(double puzzleExamples) {
    return examplesPerVisit == 0 ? puzzleExamples : Math.min(puzzleExamples, examplesPerVisit);
  }
}
