package org.tinyrecursive.workflows.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.convert.ModelExport;
import org.tinyrecursive.modeltf.convert.ModelExport.Naming;
import org.tinyrecursive.modeltf.convert.SavedModelExport;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.OptionRange;
import org.tinyrecursive.workflows.cli.OutputPlace;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the model of a checkpoint for another program. */
@Command
public final class CheckpointExportCommand implements Callable<Integer> {
  @Option(
      names = "--checkpoint",
      required = true,
      paramLabel = "DIR",
      description = "a checkpoint, or a run, whose best checkpoint is taken")
  private Path checkpoint;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "PATH",
      description = "file, or folder (saved-model), to make; must not exist")
  private Path output;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      defaultValue = "safetensors",
      description =
          "safetensors, published (safetensors with the published trainer's names), pytorch (the"
              + " same names in a file for torch.load) or saved-model")
  private Target target;

  @Option(
      names = "--weights",
      paramLabel = "ema|raw",
      description = "averaged or raw weights (default: averaged where the run kept them)")
  private WeightSet weights;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "saved-model: examples of every call (default: 1)")
  private Integer batchSize;

  @Mixin private ResultOptions result;

  /** What is written. */
  enum Target {
    SAFETENSORS,
    PUBLISHED,
    PYTORCH,
    SAVED_MODEL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What was exported; keys of the JSON result. */
  record Exported(String output, String checkpoint, String weights, long step) {}

  @Override
  public Integer call() throws IOException {
    OutputPlace place = OutputPlace.unused("--output", output);
    int rows = rows();
    Checkpoint loaded = Checkpoint.load(checkpoint);
    boolean averaged = loaded.state().recipe().train().ema();
    WeightSet set = weights != null ? weights : averaged ? WeightSet.EMA : WeightSet.RAW;
    place.write(unfinished -> write(unfinished, loaded, set, rows));
    String name = set == WeightSet.EMA ? "ema" : "raw";
    Exported exported =
        new Exported(output.toString(), loaded.folder().toString(), name, loaded.state().step());
    result.print(
        () -> "exported the %s weights of %s to %s".formatted(name, loaded.folder(), output),
        exported);
    return ExitCode.DONE;
  }

  private int rows() {
    if (batchSize == null) {
      return 1;
    }
    if (target != Target.SAVED_MODEL) {
      throw new InputRefusedException(
          "--batch-size is %d, but --to %s writes weights alone; leave it out, or give --to %s"
              .formatted(batchSize, target, Target.SAVED_MODEL));
    }
    OptionRange.atLeast("--batch-size", batchSize, 1);
    return batchSize;
  }

  private void write(Path file, Checkpoint from, WeightSet set, int rows) throws IOException {
    switch (target) {
      case SAFETENSORS -> ModelExport.writeSafetensors(file, from, set, Naming.PLAIN);
      case PUBLISHED -> ModelExport.writeSafetensors(file, from, set, Naming.PUBLISHED);
      case PYTORCH -> ModelExport.writePyTorch(file, from, set);
      case SAVED_MODEL -> SavedModelExport.write(file, from, set, rows);
    }
  }
}
