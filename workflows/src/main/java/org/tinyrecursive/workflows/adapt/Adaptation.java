package org.tinyrecursive.workflows.adapt;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.CheckpointStore;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.convert.AdaptedRun;
import org.tinyrecursive.pipelines.dataset.ArcDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.ArcDatasetSettings;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.arc.ArcCanvas;
import org.tinyrecursive.transforms.arc.ArcTaskLine;
import org.tinyrecursive.transforms.arc.TestPairs;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.random.StableRandom;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.version.Versions;

/**
 * From unseen tasks to a submission: dataset, model with new rows, training, prediction, votes.
 * What an earlier attempt has finished is kept.
 */
final class Adaptation {
  private static final int SHARDS = 8;
  private static final String TEST = "test";

  private final AdaptSettings settings;
  private final AdaptFolder.Earlier earlier;
  private final PrintWriter err;

  /**
   * @param earlier what to do with an earlier attempt
   * @param err where progress goes
   */
  Adaptation(AdaptSettings settings, AdaptFolder.Earlier earlier, PrintWriter err) {
    this.settings = settings;
    this.earlier = earlier;
    this.err = err;
  }

  /**
   * What was made.
   *
   * @param code what the process should return
   */
  record Finished(AdaptResult result, int code) {}

  Finished run() throws IOException, InterruptedException {
    Stages stages = new Stages(err);
    Checkpoint trained = Checkpoint.load(settings.checkpoint());
    int side = canvas(trained);
    UnseenTasks tasks = UnseenTasks.read(settings.tasks());
    AdaptedRecipe.check(trained, settings);
    AdaptFolder folder = AdaptFolder.open(settings.outputDir(), purpose(trained, tasks), earlier);
    Dataset data = stages.run("dataset", () -> build(folder, tasks, side), Adaptation::note);
    Recipe recipe = AdaptedRecipe.of(trained, data.manifest(), settings);
    AdaptedTraining training =
        new AdaptedTraining(folder, settings, recipe, data.split(TEST), stages, err);
    AdaptedTraining.Outcome outcome =
        stages.run(
            "train",
            () -> {
              begin(folder, trained, recipe, data.manifest());
              return training.run();
            },
            AdaptedTraining.Outcome::note);
    Map<String, Double> metrics =
        outcome.isStopped() ? Map.of() : answer(new ArcAnswers(folder, settings, err), stages);
    return new Finished(
        AdaptResult.of(folder, tasks, data.manifest(), outcome, metrics, stages),
        outcome.exitCode().orElse(ExitCode.DONE));
  }

  private static Map<String, Double> answer(ArcAnswers answers, Stages stages)
      throws IOException, InterruptedException {
    stages.run("predict", answers::predict, note -> note);
    return stages.run(
        "vote",
        answers::vote,
        metrics ->
            metrics.isEmpty()
                ? "no answers are known to score it by"
                : AdaptResult.scores(metrics));
  }

  /** All that decides what is made; not how long it may take. */
  private SortedMap<String, String> purpose(Checkpoint trained, UnseenTasks tasks) {
    SortedMap<String, String> purpose = new TreeMap<>();
    purpose.put("--checkpoint", trained.folder().toString());
    purpose.put("checkpoint step", Long.toString(trained.state().step()));
    purpose.put("tasks", hash(tasks));
    purpose.put("--num-aug", Integer.toString(settings.numAug()));
    purpose.put("--new-rows", settings.rows().name().toLowerCase(Locale.ROOT));
    purpose.put("--seed", Long.toString(settings.seed()));
    return purpose;
  }

  private static String hash(UnseenTasks tasks) {
    String all =
        tasks.tasks().stream()
            .map(task -> ArcTaskLine.format(task, TestPairs.HELD_OUT))
            .collect(Collectors.joining("\n"));
    return "%d of hash %016x".formatted(tasks.tasks().size(), StableRandom.hash(all));
  }

  /** Side of the canvas that the model was trained on. */
  private static int canvas(Checkpoint trained) {
    DataShape data = trained.state().dataShape();
    int side = (int) Math.round(Math.sqrt(data.seqLen()));
    if (data.vocabSize() != ArcCanvas.VOCAB_SIZE || side * side != data.seqLen()) {
      throw new InputRefusedException(
          "%s understands %d tokens of %d values, which are no ARC grids (a square of %d values); give a model that was trained on trm dataset arc"
              .formatted(trained.folder(), data.seqLen(), data.vocabSize(), ArcCanvas.VOCAB_SIZE));
    }
    return side;
  }

  private Dataset build(AdaptFolder folder, UnseenTasks tasks, int side) throws IOException {
    tasks.write(folder.tasks());
    ArcDatasetPipeline.run(
        ArcDatasetSettings.into(folder.dataset())
            .inputFilePrefix(UnseenTasks.prefix(folder.tasks()))
            .subsets(List.of(UnseenTasks.SUBSET))
            .testSetName(UnseenTasks.SUBSET)
            .numAug(settings.numAug())
            .canvas(side)
            .seed(settings.seed())
            .shards(SHARDS)
            .build(),
        BeamSettings.direct(),
        counters -> {});
    return Dataset.open(folder.dataset());
  }

  private static String note(Dataset data) {
    DatasetManifest manifest = data.manifest();
    return String.format(
        Locale.ROOT,
        "%,d tasks, %,d puzzles with their augmentations",
        manifest.splits().get(TEST).totalGroups(),
        manifest.tokens().numPuzzleIdentifiers() - 1);
  }

  /** The first checkpoint: the trained model with a row for every new puzzle. */
  private void begin(AdaptFolder folder, Checkpoint trained, Recipe recipe, DatasetManifest data)
      throws IOException {
    if (CheckpointStore.findLatest(folder.checkpoints()).isEmpty()) {
      Path begun =
          AdaptedRun.save(
              folder.run(),
              trained,
              recipe,
              DataShape.of(data.tokens()),
              settings.rows(),
              data.sha256(),
              Versions.current().byName());
      err.printf("    %s begins with the weights of %s%n", begun, trained.folder());
    }
  }
}
