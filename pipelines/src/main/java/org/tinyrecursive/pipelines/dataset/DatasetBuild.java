package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.tinyrecursive.pipelines.runner.BeamRun;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.pipelines.storage.Claim;
import org.tinyrecursive.pipelines.storage.StorageAccess;
import org.tinyrecursive.pipelines.storage.StorageDataset;
import org.tinyrecursive.pipelines.storage.StoragePath;
import org.tinyrecursive.transforms.beam.BuildCounters;
import org.tinyrecursive.transforms.beam.BuildPlace;
import org.tinyrecursive.transforms.beam.SourceHash;
import org.tinyrecursive.transforms.beam.TooManyRejectsException;
import org.tinyrecursive.transforms.beam.WriteFailedException;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.SourceEntry;

/**
 * Builds a dataset of any task: finds out what is there already, runs the task's graph beside the
 * dataset's final place for what is not, and puts the result there whole.
 */
final class DatasetBuild {
  private final String outputDir;
  private final ExistingDataset ifThere;
  private final BuildGraph graph;

  /**
   * @param outputDir the dataset's directory, a local path or {@code gs://…}
   * @param ifThere what becomes of a dataset that is there already
   */
  DatasetBuild(String outputDir, ExistingDataset ifThere, BuildGraph graph) {
    this.outputDir = outputDir;
    this.ifThere = ifThere;
    this.graph = graph;
  }

  /** Where the rejects of a build that fails for them are left. */
  static String rejectsPlace(String outputDir) {
    if (StoragePath.isOne(outputDir)) {
      return StoragePath.parse(outputDir) + ".rejects";
    }
    Path dataset = Path.of(outputDir).toAbsolutePath().normalize();
    return dataset.resolveSibling(dataset.getFileName() + ".rejects").toString();
  }

  /**
   * Builds and publishes what is not there yet.
   *
   * @param counters sees how far the build is; names are those of {@link BuildCounters}
   * @throws org.tinyrecursive.transforms.InputRefusedException if a file or setting cannot be used,
   *     or the place holds anything else; nothing is changed there
   */
  DatasetBuildResult run(BeamSettings beam, RunCounters counters) {
    long start = System.nanoTime();
    BeamRun run = BeamRun.prepare(beam, BuildCounters.NAMESPACE);
    try (BuildSite site = site(run)) {
      Optional<DatasetManifest> existing =
          ifThere == ExistingDataset.SAME_RECIPE ? site.existing() : Optional.empty();
      if (existing.isPresent()) {
        SameRecipe.require(site.name(), existing.get(), graph.template());
      }
      boolean upToDate =
          existing.isPresent() && graph.mayKeepWhatIsThere() && isUpToDate(existing.get());
      if (upToDate && site.isWhole(existing.get(), graph.companions())) {
        return result(BuildOutcome.UNCHANGED, existing.get(), Map.of(), start);
      }
      Map<String, Long> last = new TreeMap<>();
      DatasetManifest manifest = build(site, run, reuse(upToDate), counters.and(last::putAll));
      BuildOutcome outcome =
          existing.isEmpty()
              ? BuildOutcome.BUILT
              : existing.equals(Optional.of(manifest))
                  ? BuildOutcome.MENDED
                  : BuildOutcome.REPLACED;
      return result(outcome, manifest, last, start);
    } catch (IOException failed) {
      throw new WriteFailedException(outputDir, failed);
    }
  }

  private Reuse reuse(boolean upToDate) {
    if (ifThere == ExistingDataset.REPLACE) {
      return Reuse.NOTHING;
    }
    return upToDate ? Reuse.WHOLE_SHARDS_AND_COMPANIONS : Reuse.WHOLE_SHARDS;
  }

  private BuildSite site(BeamRun run) throws IOException {
    if (!StoragePath.isOne(outputDir)) {
      return new LocalSite(Path.of(outputDir));
    }
    StoragePath path = StoragePath.parse(outputDir);
    return new StorageSite(
        path,
        StorageDataset.open(path, StorageAccess.of(run.options())),
        ifThere == ExistingDataset.REPLACE ? Claim.TAKE_OVER : Claim.RESPECT);
  }

  private DatasetManifest build(BuildSite site, BeamRun run, Reuse reuse, RunCounters counters)
      throws IOException {
    BuildPlace place = site.begin(reuse);
    graph.sources().forEach(source -> run.readsFrom("raw file", source.spec()));
    run.writesInto("--output-dir", site.building());
    Pipeline pipeline = run.createPipeline();
    graph.addTo(pipeline, place);
    try {
      run.run(pipeline, counters);
    } catch (TooManyRejectsException refused) {
      site.keepRejects();
      throw refused;
    } catch (RuntimeException failed) {
      throw site.explain(failed);
    }
    return site.publish();
  }

  /** Whether every raw file is the one that the dataset was made from. */
  private boolean isUpToDate(DatasetManifest existing) {
    List<SourceEntry> sources = graph.sources().stream().map(SourceHash::of).toList();
    return existing.sources().equals(sources) && existing.rejects() <= graph.maxRejects();
  }

  private DatasetBuildResult result(
      BuildOutcome outcome, DatasetManifest manifest, Map<String, Long> counters, long start) {
    return DatasetBuildResult.of(
        outputDir, outcome, manifest, counters, Duration.ofNanos(System.nanoTime() - start));
  }
}
