package org.tinyrecursive.pipelines.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.tinyrecursive.pipelines.runner.BeamRun;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.HandoverFile;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.rna.beam.RnaFiles;
import org.tinyrecursive.rna.beam.ScoreStructures;
import org.tinyrecursive.rna.io.SequencesCsv;
import org.tinyrecursive.rna.score.TargetScore;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.transforms.InputRefusedException;

/** A submission in, the score of every target out. */
public final class RnaScorePipeline {
  private RnaScorePipeline() {}

  /**
   * Scores a submission.
   *
   * @param counters sees how many targets have been scored
   * @return one score for every target of the labels, in the order of their names
   * @throws InputRefusedException if a file cannot be used, or no target has both labels and
   *     guesses
   */
  public static List<TargetScore> run(
      RnaScoreSettings settings, BeamSettings beam, RunCounters counters) {
    BeamRun run = BeamRun.prepare(beam, ScoreStructures.COUNTERS);
    Map<String, Integer> lengths = new HashMap<>();
    settings
        .sequences()
        .ifPresent(
            file -> {
              for (RnaTarget target : SequencesCsv.readAll(RnaFiles.open(file))) {
                lengths.put(target.id(), target.sequence().length());
              }
            });
    List<TargetScore> scores = run(run, settings, lengths, counters);
    if (scores.stream().allMatch(score -> score.guesses().isEmpty())) {
      throw new InputRefusedException(
          "%s and %s have no target in common, nothing to score"
              .formatted(settings.predictions(), settings.labels()));
    }
    return scores;
  }

  private static List<TargetScore> run(
      BeamRun run, RnaScoreSettings settings, Map<String, Integer> lengths, RunCounters counters) {
    run.readsFrom("--predictions", settings.predictions());
    run.readsFrom("--labels", settings.labels());
    HandoverFile file = run.handoverFile("rna-score.json");
    try {
      Pipeline pipeline = run.createPipeline();
      PCollection<String> labels = file(pipeline, "List labels", settings.labels());
      PCollectionView<List<TargetScore>> scores =
          file(pipeline, "List predictions", settings.predictions())
              .apply("Score", new ScoreStructures(labels, lengths))
              .apply("All scores", View.asList());
      pipeline
          .apply("Once", Create.of(1))
          .apply(
              "Write scores",
              ParDo.of(new WriteTargetScoresFn(file, scores)).withSideInputs(scores));
      run.run(pipeline, counters);
      return TargetScoresJson.take(file);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static PCollection<String> file(Pipeline pipeline, String step, String spec) {
    return pipeline.apply(step, Create.of(spec).withCoder(StringUtf8Coder.of()));
  }
}
