package org.tinyrecursive.pipelines.dataset;

import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToLongFunction;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.SplitManifest;
import org.tinyrecursive.transforms.measure.Cost;

/**
 * A part of a dataset that was built to plan the whole.
 *
 * @param sizes of it by split, as {@link PlannedBuild#build} has them
 * @param manifest what it held
 * @param cost of building it
 */
record PlanPart(SortedMap<String, Long> sizes, DatasetManifest manifest, Cost cost) {
  /** Whether it is all of a dataset of these sizes. */
  boolean isWhole(Map<String, PlannedBuild.Size> whole) {
    return whole.entrySet().stream()
        .allMatch(split -> split.getValue().units() == sizes.get(split.getKey()));
  }

  long examples() {
    return manifest.splits().values().stream().mapToLong(SplitManifest::totalExamples).sum();
  }

  /** A figure of a split, 0 where the part has nothing of it. */
  long of(String split, ToLongFunction<SplitManifest> figure) {
    SplitManifest found = manifest.splits().get(split);
    return found == null ? 0 : figure.applyAsLong(found);
  }
}
