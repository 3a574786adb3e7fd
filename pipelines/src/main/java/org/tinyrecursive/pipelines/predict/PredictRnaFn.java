package org.tinyrecursive.pipelines.predict;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.tinyrecursive.pipelines.rna.GuessMaker;
import org.tinyrecursive.rna.assembly.CandidatePool;
import org.tinyrecursive.rna.beam.MsaFolder;
import org.tinyrecursive.rna.io.SubmissionFormat;
import org.tinyrecursive.rna.io.SubmissionWriter;
import org.tinyrecursive.rna.score.Likeness;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.transforms.beam.WriteFailedException;

/**
 * Predicts one target and writes its rows under a temporary name, then renames them: the same bytes
 * however often it is tried.
 */
final class PredictRnaFn extends DoFn<RnaTask, PredictedTarget> {
  private static final long serialVersionUID = 1;

  private final GuessSource source;
  private final MsaFolder msa;
  private final long seed;
  private final String directory;
  private final PdbOutput pdb;
  private final Counter targets =
      Metrics.counter(RnaPredictPipeline.COUNTERS, RnaPredictPipeline.TARGETS);
  private final Counter residues =
      Metrics.counter(RnaPredictPipeline.COUNTERS, RnaPredictPipeline.RESIDUES);
  private transient GuessMaker maker;

  /**
   * @param source what guesses are made from
   * @param msa alignments of targets
   * @param directory where the rows go
   * @param pdb whether guesses also become PDB files there
   */
  PredictRnaFn(GuessSource source, MsaFolder msa, long seed, String directory, PdbOutput pdb) {
    this.source = source;
    this.msa = msa;
    this.seed = seed;
    this.directory = directory;
    this.pdb = pdb;
  }

  @Setup
  public void setup() {
    maker = LoadedGuessMaker.of(source);
  }

  @ProcessElement
  public void processElement(@Element RnaTask task, OutputReceiver<PredictedTarget> out) {
    Path rows = Path.of(directory, RnaTask.rowsFile(task.number()));
    Path attempt = rows.resolveSibling(rows.getFileName() + "." + UUID.randomUUID() + ".tmp");
    RnaTarget target = task.target();
    float[] profile = msa.profile(target);
    List<Coordinates> guesses = maker.guesses(target, profile, SubmissionFormat.GUESSES, seed);
    try {
      Files.writeString(attempt, rows(target, guesses));
      pdb.write(Path.of(directory), target, guesses);
      Files.move(attempt, rows, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new WriteFailedException(rows.toString(), failed);
    }
    targets.inc();
    residues.inc(target.sequence().length());
    out.output(
        new PredictedTarget(
            task.number(),
            target.id(),
            target.sequence().length(),
            guesses.size(),
            profile.length > 0,
            likeness(guesses)));
  }

  /** Found quickly: an exact score of every two guesses of 5,000 residues takes minutes. */
  private static double likeness(List<Coordinates> guesses) {
    return Likeness.meanPairwise(
        guesses, (later, earlier) -> CandidatePool.quality(later.toArray(), earlier));
  }

  /** The rows of a target alone, without the header. */
  private static String rows(RnaTarget target, List<Coordinates> guesses) throws IOException {
    StringWriter text = new StringWriter();
    try (SubmissionWriter writer = new SubmissionWriter(text)) {
      writer.write(target.id(), target.sequence(), guesses);
    }
    return text.toString().substring(text.toString().indexOf('\n') + 1);
  }
}
