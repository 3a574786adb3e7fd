package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.tinyrecursive.pipelines.storage.Claim;
import org.tinyrecursive.pipelines.storage.StorageDataset;
import org.tinyrecursive.pipelines.storage.StoragePath;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.BuildPlace;
import org.tinyrecursive.transforms.dataset.DatasetManifest;

/** A folder in Google Cloud Storage. */
final class StorageSite implements BuildSite {
  private final StoragePath path;
  private final StorageDataset dataset;
  private final Claim claim;

  StorageSite(StoragePath path, StorageDataset dataset, Claim claim) {
    this.path = path;
    this.dataset = dataset;
    this.claim = claim;
  }

  @Override
  public String name() {
    return path.toString();
  }

  @Override
  public Optional<DatasetManifest> existing() {
    return dataset.manifest();
  }

  @Override
  public boolean isWhole(DatasetManifest existing, Set<String> companions) {
    return dataset.isWhole(existing, companions);
  }

  @Override
  public BuildPlace begin(Reuse reuse) {
    return switch (reuse) {
      case WHOLE_SHARDS_AND_COMPANIONS -> dataset.mend();
      case WHOLE_SHARDS -> dataset.resume();
      case NOTHING -> dataset.begin();
    };
  }

  @Override
  public String building() {
    return path.toString();
  }

  @Override
  public DatasetManifest publish() throws IOException {
    return dataset.publish(claim);
  }

  @Override
  public void keepRejects() {
    dataset.keepRejects(StoragePath.parse(DatasetBuild.rejectsPlace(path.toString())));
  }

  @Override
  public RuntimeException explain(RuntimeException failed) {
    try {
      dataset.refuseOvertaken();
      return failed;
    } catch (InputRefusedException overtaken) {
      overtaken.addSuppressed(failed);
      return overtaken;
    }
  }

  @Override
  public void close() {
    dataset.discard();
  }
}
