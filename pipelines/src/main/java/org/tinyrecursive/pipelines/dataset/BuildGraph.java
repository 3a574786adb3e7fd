package org.tinyrecursive.pipelines.dataset;

import org.apache.beam.sdk.Pipeline;
import org.tinyrecursive.transforms.beam.BuildPlace;

/**
 * The steps of one task's build: from raw files to the manifest, which {@link
 * org.tinyrecursive.transforms.beam.WriteManifest} writes last.
 */
@FunctionalInterface
interface BuildGraph {
  /**
   * Adds all steps to an empty pipeline.
   *
   * @param place where every file of the dataset goes
   * @throws org.tinyrecursive.transforms.InputRefusedException if a raw file cannot be used at all
   */
  void addTo(Pipeline pipeline, BuildPlace place);
}
