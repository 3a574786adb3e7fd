package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.tinyrecursive.pipelines.runner.BeamRun;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.pipelines.storage.OutputFolder;
import org.tinyrecursive.rna.beam.MsaFolder;
import org.tinyrecursive.rna.beam.RnaShardPlan;
import org.tinyrecursive.rna.beam.WriteRnaDataset;
import org.tinyrecursive.rna.dataset.MsaProfile;
import org.tinyrecursive.rna.dataset.RnaShardSummary;
import org.tinyrecursive.rna.io.RecordProblem;
import org.tinyrecursive.transforms.InputRefusedException;

/** Builds an RNA dataset from the competition's files. */
public final class RnaDatasetPipeline {
  private static final int MOST_SHOWN = 20;
  private static final List<String> TOKENS = List.of("pad", "A", "C", "G", "U", "N");

  private RnaDatasetPipeline() {}

  /**
   * Builds it, whole or not at all.
   *
   * @param counters sees how many targets have been written
   * @throws InputRefusedException if a file cannot be used, more records are refused than allowed,
   *     or nothing is left
   */
  public static RnaDatasetManifest run(
      RnaDatasetSettings settings, BeamSettings beam, RunCounters counters) {
    BeamRun run = BeamRun.prepare(beam, WriteRnaDataset.COUNTERS);
    try (OutputFolder commit = OutputFolder.begin(settings.outputDirectory(), run.options())) {
      Path directory = commit.staging();
      settings.sequences().forEach(file -> run.readsFrom("--sequences", file));
      settings.labels().forEach(file -> run.readsFrom("--labels", file));
      settings.msaDirectory().ifPresent(folder -> run.readsFrom("--msa-dir", folder));
      run.writesInto("--output-dir", directory);
      Path shardLines = directory.resolve("shards.jsonl");
      Path rejects = directory.resolve("rejects").resolve("part-00000.jsonl");
      RnaSources sources = RnaSources.prepare(settings, directory);
      build(run, settings, sources, directory, shardLines, rejects, counters);
      List<RecordProblem> problems = GatherFn.read(rejects, RecordProblem.class);
      refuseTooMany(problems, settings.maxRejects());
      List<RnaShardSummary> shards =
          GatherFn.read(shardLines, RnaShardSummary.class).stream()
              .sorted(Comparator.comparing(RnaShardSummary::file))
              .toList();
      if (shards.isEmpty()) {
        throw new InputRefusedException(
            String.join(", ", sources.sequences()) + ": no target to write");
      }
      Files.delete(shardLines);
      RnaDatasetManifest manifest = manifest(settings, sources, shards, problems.size());
      RnaDatasetCard.write(directory, manifest);
      manifest.write(directory);
      commit.publish(RnaDatasetManifest.FILE_NAME);
      return manifest;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void build(
      BeamRun run,
      RnaDatasetSettings settings,
      RnaSources sources,
      Path directory,
      Path shardLines,
      Path rejects,
      RunCounters counters) {
    Pipeline pipeline = run.createPipeline();
    RnaShardPlan plan =
        new RnaShardPlan(
            directory.toAbsolutePath().toString(),
            settings.maxLength(),
            settings.temporalCutoff(),
            settings.shards(),
            settings.compression(),
            settings.msaDirectory().map(MsaFolder::of).orElse(MsaFolder.NONE));
    PCollection<String> labels = files(pipeline, "List labels", sources.labels());
    PCollectionTuple built =
        files(pipeline, "List sequences", sources.sequences())
            .apply("Build", new WriteRnaDataset(labels, plan));
    gather(built.get(WriteRnaDataset.SHARDS), "shards", shardLines);
    PCollection<RecordProblem> ofStructures =
        pipeline.apply(
            "List problems of structures",
            Create.of(sources.problems()).withCoder(SerializableCoder.of(RecordProblem.class)));
    gather(
        PCollectionList.of(built.get(WriteRnaDataset.PROBLEMS))
            .and(ofStructures)
            .apply("All problems", Flatten.pCollections()),
        "rejects",
        rejects);
    run.run(pipeline, counters);
  }

  private static <T> void gather(PCollection<T> elements, String name, Path file) {
    elements
        .apply("Key " + name, WithKeys.<Integer, T>of(0).withKeyType(TypeDescriptors.integers()))
        .apply("Group " + name, GroupByKey.create())
        .apply("Write " + name, ParDo.of(new GatherFn<>(file.toAbsolutePath().toString())));
  }

  private static PCollection<String> files(Pipeline pipeline, String step, List<String> specs) {
    return pipeline.apply(step, Create.of(specs).withCoder(StringUtf8Coder.of()));
  }

  private static void refuseTooMany(List<RecordProblem> problems, long allowed) {
    if (problems.size() > allowed) {
      StringBuilder text = new StringBuilder();
      problems.stream().limit(MOST_SHOWN).forEach(each -> text.append(each).append('\n'));
      throw new InputRefusedException(
          text
              + "%,d %s refused, --max-rejects allows %,d: correct the input, or raise --max-rejects"
                  .formatted(
                      problems.size(),
                      problems.size() == 1 ? "record is" : "records are",
                      allowed));
    }
  }

  private static RnaDatasetManifest manifest(
      RnaDatasetSettings settings, RnaSources sources, List<RnaShardSummary> shards, long rejects) {
    return new RnaDatasetManifest(
        "rna",
        RnaDatasetManifest.FORMAT_VERSION,
        TOKENS,
        MsaProfile.CHANNELS,
        settings.maxLength(),
        settings.temporalCutoff().toString(),
        settings.compression().label(),
        names(sources.sequences()),
        names(sources.labels()),
        rejects,
        shards);
  }

  private static List<String> names(List<String> specs) {
    return specs.stream().map(spec -> spec.substring(spec.lastIndexOf('/') + 1)).toList();
  }
}
