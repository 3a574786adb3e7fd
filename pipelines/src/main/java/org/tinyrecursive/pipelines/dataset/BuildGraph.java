package org.tinyrecursive.pipelines.dataset;

import java.util.List;
import java.util.Set;
import org.apache.beam.sdk.Pipeline;
import org.tinyrecursive.transforms.beam.BuildPlace;
import org.tinyrecursive.transforms.beam.RawSource;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.leakage.OnLeakage;

/** One task's build: what it is made from, and the steps from raw files to the manifest. */
interface BuildGraph {
  /** Every raw file, in the order in which the manifest lists them. */
  List<RawSource> sources();

  /**
   * What the manifest says before anything is built: task, tokens, compression, seed and recipe;
   * without sources and splits. A dataset of an equal template is one of the same recipe.
   */
  DatasetManifest template();

  /** Records that may be refused. */
  long maxRejects();

  /** Names of the files beside the shards that the build makes. */
  Set<String> companions();

  /** What the build does where training holds what is tested. */
  OnLeakage onLeakage();

  /**
   * Whether a dataset that is there may be kept where nothing has changed; else all steps run
   * again. Where leakage is to be refused, it must be looked for.
   */
  default boolean mayKeepWhatIsThere() {
    return onLeakage() == OnLeakage.REPORT;
  }

  /**
   * Adds all steps to an empty pipeline; {@link org.tinyrecursive.transforms.beam.WriteManifest} is
   * the last.
   *
   * @param place where every file of the dataset goes
   * @throws org.tinyrecursive.transforms.InputRefusedException if a raw file cannot be used at all
   */
  void addTo(Pipeline pipeline, BuildPlace place);
}
