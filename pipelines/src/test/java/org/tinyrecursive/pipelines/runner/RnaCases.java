package org.tinyrecursive.pipelines.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tinyrecursive.pipelines.dataset.RawRna;
import org.tinyrecursive.pipelines.dataset.RnaDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.RnaDatasetSettings;
import org.tinyrecursive.pipelines.predict.PdbOutput;
import org.tinyrecursive.pipelines.predict.RnaPredictPipeline;
import org.tinyrecursive.pipelines.predict.RnaPredictSettings;
import org.tinyrecursive.pipelines.score.RnaScorePipeline;
import org.tinyrecursive.pipelines.score.RnaScoreSettings;
import org.tinyrecursive.transforms.dataset.Compression;

/** The pipelines of RNA, with small input. */
final class RnaCases {
  private final RawRna raw;

  /** Prepares what the pipelines read, in a folder that exists. */
  RnaCases(Path folder) throws IOException {
    raw = RawRna.write(folder, 5);
  }

  List<PipelineCase> all() {
    return List.of(
        new PipelineCase("dataset rna", RnaDatasetPipeline.class, this::dataset),
        new PipelineCase("predict rna", RnaPredictPipeline.class, this::predict),
        new PipelineCase("score rna", RnaScorePipeline.class, this::score));
  }

  private String dataset(BeamSettings beam, Path output) throws IOException {
    RnaDatasetPipeline.run(
        new RnaDatasetSettings(
            List.of(raw.sequences().toString()),
            List.of(raw.labels().toString()),
            Optional.empty(),
            Optional.empty(),
            output.toString(),
            30,
            LocalDate.of(2022, 6, 1),
            2,
            Compression.ZSTD,
            0),
        beam,
        RunCounters.IGNORED);
    return Digest.of(output);
  }

  private String predict(BeamSettings beam, Path output) throws IOException {
    RnaPredictPipeline.run(
        RnaPredictPipeline.targets(raw.sequences().toString(), beam),
        new RnaPredictSettings(Optional.empty(), output.toString(), 7, PdbOutput.NONE),
        beam,
        RunCounters.IGNORED);
    return Digest.of(output);
  }

  /** The labels are guesses of themselves. */
  private String score(BeamSettings beam, Path output) {
    return RnaScorePipeline.run(
            new RnaScoreSettings(
                raw.labels().toString(),
                raw.labels().toString(),
                Optional.of(raw.sequences().toString())),
            beam,
            RunCounters.IGNORED)
        .toString();
  }
}
