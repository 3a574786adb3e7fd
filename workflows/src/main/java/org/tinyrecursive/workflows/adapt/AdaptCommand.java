package org.tinyrecursive.workflows.adapt;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tinyrecursive.modeltf.convert.PuzzleRows;
import org.tinyrecursive.workflows.cli.ResultOptions;
import org.tinyrecursive.workflows.compute.ComputeOptions;
import org.tinyrecursive.workflows.recipe.SetOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Adapts a trained model to unseen ARC tasks and answers them. */
@Command
public final class AdaptCommand implements Callable<Integer> {
  @Option(
      names = "--checkpoint",
      required = true,
      paramLabel = "DIR",
      description = "the trained model: a checkpoint, or a run, whose best checkpoint is taken")
  private Path checkpoint;

  @Option(
      names = "--tasks",
      required = true,
      paramLabel = "PATH",
      description =
          "unseen tasks: a folder of files with one task each, a file …challenges.json, or a folder"
              + " with one such file; answers are not needed")
  private Path tasks;

  @Option(
      names = "--output-dir",
      required = true,
      paramLabel = "DIR",
      description = "folder to make; must be empty or not exist, unless --resume is given")
  private Path outputDir;

  @Option(names = "--resume", description = "go on with what an earlier attempt has left, exactly")
  private boolean resume;

  @Option(
      names = "--num-aug",
      paramLabel = "N",
      defaultValue = "100",
      description = "augmentations of every task, to learn from and to vote with")
  private int numAug;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "visits of every task (default: until the time is used up)")
  private Integer epochs;

  @Option(
      names = "--time-budget",
      paramLabel = "DURATION",
      description =
          "wall time for everything, such as 2h30m; what predicting will take is measured and kept"
              + " back")
  private Duration timeBudget;

  @Option(names = "--freeze-weights", description = "train the embeddings of the new puzzles alone")
  private boolean freeze;

  @Option(
      names = "--new-rows",
      paramLabel = "mean|zeros",
      defaultValue = "mean",
      description = "what those embeddings begin as")
  private PuzzleRows rows;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "examples per optimizer step (default: the model's, 64 at most)")
  private Integer batchSize;

  @Option(
      names = "--predict-batch-size",
      paramLabel = "N",
      defaultValue = "32",
      description = "examples predicted at a time")
  private int predictBatchSize;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "0",
      description = "of augmentations, order and places")
  private long seed;

  @Mixin private ComputeOptions compute;
  @Mixin private SetOptions sets;
  @Mixin private ResultOptions result;

  @Override
  public Integer call() throws IOException, InterruptedException {
    AdaptSettings settings =
        new AdaptSettings(
            checkpoint,
            tasks,
            outputDir,
            numAug,
            rows,
            freeze,
            Optional.ofNullable(epochs),
            Optional.ofNullable(timeBudget),
            Optional.ofNullable(batchSize),
            predictBatchSize,
            seed,
            sets.assignments(),
            compute.compute());
    Adaptation.Finished adapted =
        new Adaptation(
                settings,
                resume ? AdaptFolder.Earlier.GO_ON : AdaptFolder.Earlier.REFUSE,
                result.err())
            .run();
    result.print(adapted.result()::text, adapted.result());
    return adapted.code();
  }
}
