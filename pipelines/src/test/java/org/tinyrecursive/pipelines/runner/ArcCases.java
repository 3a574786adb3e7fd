package org.tinyrecursive.pipelines.runner;

import java.nio.file.Path;
import java.util.List;
import org.tinyrecursive.pipelines.dataset.ArcDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.ArcDatasetSettings;
import org.tinyrecursive.pipelines.dataset.RawArc;

/** The pipelines of ARC, with small input. */
final class ArcCases {
  private final Path raw;

  /** Prepares what the pipelines read, in a folder that exists. */
  ArcCases(Path folder) {
    raw = folder;
    RawArc.write(folder, "training", RawArc.tasks("training", 9));
    RawArc.write(folder, "evaluation", RawArc.tasks("evaluation", 4));
  }

  List<PipelineCase> all() {
    return List.of(new PipelineCase("dataset arc", ArcDatasetPipeline.class, this::dataset));
  }

  private String dataset(BeamSettings beam, Path output) {
    ArcDatasetSettings settings =
        ArcDatasetSettings.into(output)
            .inputFilePrefix(raw.resolve("arc").toString())
            .subsets(List.of("training", "evaluation"))
            .testSetName("evaluation")
            .numAug(7)
            .shards(3)
            .build();
    return ArcDatasetPipeline.run(settings, beam, RunCounters.IGNORED).manifest().sha256();
  }
}
