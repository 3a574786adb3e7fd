package org.tinyrecursive.pipelines.predict;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollectionView;
import org.tinyrecursive.pipelines.runner.BeamRun;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.pipelines.storage.OutputFolder;
import org.tinyrecursive.rna.beam.MsaFolder;
import org.tinyrecursive.rna.beam.RnaFiles;
import org.tinyrecursive.rna.io.Fasta;
import org.tinyrecursive.rna.io.SequencesCsv;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.transforms.FileSpec;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.WriteFailedException;

/**
 * RNA sequences in, five guesses of every structure out, as a submission. No trained model is
 * needed. The same inputs and seed give the same bytes, with any number of workers.
 */
public final class RnaPredictPipeline {
  /** Namespace of the counters. */
  public static final String COUNTERS = "predict-rna";

  /** Counter: targets predicted so far. */
  public static final String TARGETS = "targets";

  /** Counter: residues predicted so far. */
  public static final String RESIDUES = "residues";

  /** Name of the file of guesses. */
  public static final String SUBMISSION_FILE = "submission.csv";

  /** Longest target, in residues: beyond, tables of alignment and folding outgrow the memory. */
  public static final int LONGEST = 5000;

  private RnaPredictPipeline() {}

  /**
   * The targets of a file, all checked.
   *
   * @param file the competition's CSV, or FASTA; plain or gzip, local or elsewhere such as {@code
   *     gs://bucket/test_sequences.csv}
   * @param beam how files elsewhere are reached
   * @throws InputRefusedException if it cannot be used, or a target is longer than 5,000 residues
   */
  public static List<RnaTarget> targets(String file, BeamSettings beam) {
    if (!FileSpec.isLocal(file)) {
      BeamRun.prepare(beam, COUNTERS);
    }
    String name = file.toLowerCase(Locale.ROOT);
    boolean isCsv = name.endsWith(".csv") || name.endsWith(".csv.gz");
    List<RnaTarget> targets =
        isCsv ? SequencesCsv.readAll(RnaFiles.open(file)) : Fasta.readTargets(RnaFiles.open(file));
    for (RnaTarget target : targets) {
      if (target.sequence().length() > LONGEST) {
        throw new InputRefusedException(
            "%s: target %s has %,d residues, allowed: up to %,d; cut it into domains"
                .formatted(file, target.id(), target.sequence().length(), LONGEST));
      }
    }
    return targets;
  }

  /**
   * Predicts targets.
   *
   * @param counters sees how many targets and residues have been predicted
   * @return what the guesses are like
   * @throws InputRefusedException if the library, the output folder or, for PDB files, a target's
   *     name cannot be used; nothing is left behind
   */
  public static RnaPredictionSummary run(
      List<RnaTarget> targets,
      RnaPredictSettings settings,
      BeamSettings beam,
      RunCounters counters) {
    settings.pdb().check(targets);
    BeamRun run = BeamRun.prepare(beam, COUNTERS);
    GuessSource source =
        new GuessSource(
            settings.method(), absolute(settings.library()), absolute(settings.checkpoint()));
    MsaFolder msa = settings.msaDirectory().map(MsaFolder::of).orElse(MsaFolder.NONE);
    try (OutputFolder folder = OutputFolder.begin(settings.outputDir(), run.options())) {
      LoadedGuessMaker.forget();
      LoadedGuessMaker.of(source);
      settings.library().ifPresent(file -> run.readsFrom("--library", file));
      settings.checkpoint().ifPresent(file -> run.readsFrom("--checkpoint", file));
      settings.msaDirectory().ifPresent(place -> run.readsFrom("--msa-dir", place));
      run.writesInto("--output-dir", folder.staging());
      Pipeline pipeline = run.createPipeline();
      String directory = folder.staging().toString();
      build(
          pipeline,
          targets,
          new PredictRnaFn(source, msa, settings.seed(), directory, settings.pdb()),
          directory);
      run.run(pipeline, counters);
      RnaPredictionSummary summary = RnaPredictionSummary.read(folder.staging());
      folder.publish(SUBMISSION_FILE);
      return summary;
    } catch (IOException failed) {
      throw new WriteFailedException(settings.outputDir(), failed);
    }
  }

  private static String absolute(Optional<Path> file) {
    return file.map(path -> path.toAbsolutePath().toString()).orElse("");
  }

  private static void build(
      Pipeline pipeline, List<RnaTarget> targets, PredictRnaFn predict, String directory) {
    List<RnaTask> tasks =
        IntStream.range(0, targets.size())
            .mapToObj(number -> new RnaTask(number, targets.get(number)))
            .toList();
    PCollectionView<List<PredictedTarget>> predicted =
        pipeline
            .apply("List targets", Create.of(tasks).withCoder(SerializableCoder.of(RnaTask.class)))
            .apply("Spread over workers", Reshuffle.viaRandomKey())
            .apply("Predict", ParDo.of(predict))
            .setCoder(SerializableCoder.of(PredictedTarget.class))
            .apply("All targets", View.asList());
    pipeline
        .apply("Once", Create.of(tasks.size()))
        .apply(
            "Join rows", ParDo.of(new JoinRowsFn(directory, predicted)).withSideInputs(predicted));
  }
}
