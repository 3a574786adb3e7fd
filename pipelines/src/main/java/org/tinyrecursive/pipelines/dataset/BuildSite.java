package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.tinyrecursive.transforms.beam.BuildPlace;
import org.tinyrecursive.transforms.dataset.DatasetManifest;

/**
 * A dataset's final place, and how a build gets there: the only part of a build that knows what
 * kind of storage it is. For the launching process; steps on workers see its {@link BuildPlace}.
 */
interface BuildSite extends AutoCloseable {
  /** The place as the user named it. */
  String name();

  /**
   * The manifest of the dataset that is there.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if it cannot be read
   */
  Optional<DatasetManifest> existing() throws IOException;

  /**
   * Whether every file of the dataset that is there is as it was written.
   *
   * @param companions files that there must be beside the shards
   */
  boolean isWhole(DatasetManifest existing, Set<String> companions) throws IOException;

  /**
   * Prepares a build.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if something is there that is no
   *     dataset
   */
  BuildPlace begin(Reuse reuse) throws IOException;

  /** Where workers write once {@link #begin} was called: a local path or an address. */
  String building();

  /**
   * Puts what was built in its place, whole; one of several builds wins.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if another build won
   */
  DatasetManifest publish() throws IOException;

  /** Leaves the rejects of a build that fails for them at {@link DatasetBuild#rejectsPlace}. */
  void keepRejects() throws IOException;

  /** What a failure of the build was caused by, if another build was: that must be said instead. */
  RuntimeException explain(RuntimeException failed);

  /** Takes away what was built, unless it was published. */
  @Override
  void close() throws IOException;
}
