package org.tinyrecursive.workflows.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.ResumeCheck;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.predict.Predictor;
import org.tinyrecursive.modeltf.train.SplitEvaluation;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.Split;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.OptionRange;
import org.tinyrecursive.workflows.cli.ResultOptions;
import org.tinyrecursive.workflows.compute.ComputeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores a checkpoint on a split of any dataset, and writes nothing. */
@Command
public final class EvalCommand implements Callable<Integer> {
  private static final int ROWS_PER_DEVICE = 32;

  @Option(
      names = "--checkpoint",
      required = true,
      paramLabel = "DIR",
      description = "a checkpoint, or a run, whose best checkpoint is taken")
  private Path checkpoint;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "the dataset")
  private Path data;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      defaultValue = "test",
      description = "split to score")
  private String split;

  @Option(
      names = "--weights",
      paramLabel = "ema|raw",
      description = "averaged or raw weights only (default: both, where the run kept averages)")
  private WeightSet weights;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "rows per batch, all devices together (default: 32 per device)")
  private Integer batchSize;

  @Option(
      names = "--max-examples",
      paramLabel = "N",
      description = "the first N examples only (default: all)")
  private Integer maxExamples;

  @Mixin private ComputeOptions hardware;

  @Mixin private ResultOptions result;

  @Override
  public Integer call() throws IOException {
    atLeastOne("--batch-size", batchSize);
    atLeastOne("--max-examples", maxExamples);
    Compute compute = hardware.compute();
    int rows = rows(compute.devices().size());
    long start = System.nanoTime();
    Checkpoint model = Checkpoint.load(checkpoint);
    Dataset dataset = Dataset.open(data);
    ResumeCheck.checkShape(
        model.folder(), model.state().dataShape(), DataShape.of(dataset.manifest().tokens()));
    Split examples = dataset.split(split);
    if (examples.exampleCount() == 0) {
      throw new InputRefusedException("%s has no example in its split %s".formatted(data, split));
    }
    Map<WeightSet, SplitEvaluation.Result> scored = new EnumMap<>(WeightSet.class);
    for (WeightSet set : weightSets(model)) {
      scored.put(set, evaluate(model, set, examples, rows, compute));
    }
    EvalResult measured =
        EvalResult.of(model, dataset, split, scored, (System.nanoTime() - start) / 1e9);
    result.print(() -> EvalText.of(measured), measured);
    return ExitCode.DONE;
  }

  private List<WeightSet> weightSets(Checkpoint model) {
    if (weights != null) {
      return List.of(weights);
    }
    return model.state().recipe().train().ema()
        ? List.of(WeightSet.RAW, WeightSet.EMA)
        : List.of(WeightSet.RAW);
  }

  private SplitEvaluation.Result evaluate(
      Checkpoint model, WeightSet set, Split examples, int rows, Compute compute)
      throws IOException {
    int count =
        maxExamples == null
            ? examples.exampleCount()
            : Math.min(maxExamples, examples.exampleCount());
    try (Predictor predictor = Predictor.load(model.folder(), set, rows, compute)) {
      return SplitEvaluation.run(
          predictor::evaluate,
          examples,
          predictor.data(),
          rows,
          count,
          new EvalProgress(result.err(), set, count));
    }
  }

  /** Rows of a batch, of which every device has equally many. */
  private int rows(int devices) {
    if (batchSize == null) {
      return ROWS_PER_DEVICE * devices;
    }
    if (batchSize % devices != 0) {
      int above = (batchSize / devices + 1) * devices;
      throw new InputRefusedException(
          "--batch-size is %d, which %d devices cannot share evenly; give %d, or other --devices"
              .formatted(batchSize, devices, above));
    }
    return batchSize;
  }

  private static void atLeastOne(String option, Integer value) {
    if (value != null) {
      OptionRange.atLeast(option, value, 1);
    }
  }
}
