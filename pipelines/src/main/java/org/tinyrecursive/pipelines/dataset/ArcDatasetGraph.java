package org.tinyrecursive.pipelines.dataset;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.tinyrecursive.transforms.arc.ArcCanvas;
import org.tinyrecursive.transforms.beam.ArcIdentifiers;
import org.tinyrecursive.transforms.beam.ArcLeakage;
import org.tinyrecursive.transforms.beam.ArcRecord;
import org.tinyrecursive.transforms.beam.ArcSource;
import org.tinyrecursive.transforms.beam.ArcSources;
import org.tinyrecursive.transforms.beam.ArcTestGroups;
import org.tinyrecursive.transforms.beam.ArcTestPuzzles;
import org.tinyrecursive.transforms.beam.ArcTrainGroups;
import org.tinyrecursive.transforms.beam.BuildPlace;
import org.tinyrecursive.transforms.beam.CheckArcIds;
import org.tinyrecursive.transforms.beam.Companion;
import org.tinyrecursive.transforms.beam.ManifestSettings;
import org.tinyrecursive.transforms.beam.RawSource;
import org.tinyrecursive.transforms.beam.ReadArcTasks;
import org.tinyrecursive.transforms.beam.Reject;
import org.tinyrecursive.transforms.beam.RejectLimit;
import org.tinyrecursive.transforms.beam.ShardSettings;
import org.tinyrecursive.transforms.beam.SplitCheck;
import org.tinyrecursive.transforms.beam.WriteManifest;
import org.tinyrecursive.transforms.beam.WriteRejects;
import org.tinyrecursive.transforms.beam.WriteShards;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.TokenLayout;
import org.tinyrecursive.transforms.leakage.OnLeakage;

/**
 * The graph: files → checked tasks → shards of both splits → names, test puzzles, leakage,
 * manifest. Every task passes through both splits, which so agree on the identifiers of its
 * puzzles.
 */
final class ArcDatasetGraph implements BuildGraph {
  private final ArcDatasetSettings settings;
  private List<ArcSource> found;

  ArcDatasetGraph(ArcDatasetSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<RawSource> sources() {
    return arcSources().stream().flatMap(source -> source.files().stream()).toList();
  }

  @Override
  public long maxRejects() {
    return settings.maxRejects();
  }

  @Override
  public Set<String> companions() {
    return files().stream().map(Companion::fileName).collect(Collectors.toSet());
  }

  @Override
  public OnLeakage onLeakage() {
    return settings.onLeakage();
  }

  /** Tokens as the published ARC data has them; what is padding counts nowhere in the loss. */
  @Override
  public DatasetManifest template() {
    return new DatasetManifest(
        "arc",
        new TokenLayout(
            settings.canvas(),
            settings.canvas(),
            ArcCanvas.VOCAB_SIZE,
            ArcCanvas.PAD,
            OptionalInt.of(ArcCanvas.PAD),
            0,
            1),
        settings.compression(),
        settings.seed(),
        settings.recipe(),
        List.of(),
        0,
        new TreeMap<>());
  }

  @Override
  public void addTo(Pipeline pipeline, BuildPlace place) {
    List<ArcSource> sources = arcSources();
    PCollectionTuple read =
        pipeline
            .apply(
                "List files", Create.of(sources).withCoder(SerializableCoder.of(ArcSource.class)))
            .apply("Read and check", new ReadArcTasks(settings.canvas()));
    PCollection<ArcRecord> tasks = read.get(ReadArcTasks.RECORDS);
    tasks.apply("Check ids", new CheckArcIds(sources));

    RejectLimit limit =
        new RejectLimit(
            read.get(ReadArcTasks.SUMMARIES).apply("Summaries to all", View.asList()),
            settings.maxRejects());
    PCollection<Reject> rejects =
        read.get(ReadArcTasks.REJECTS).apply("Write rejects", new WriteRejects(place));

    ArcTrainGroups train =
        new ArcTrainGroups(settings.seed(), settings.numAug(), settings.canvas());
    PCollectionList.of(
            tasks.apply(
                "Write train",
                new WriteShards<>(train, shards(place, ArcDatasetSettings.TRAIN), limit)))
        .and(
            tasks.apply(
                "Write test",
                new WriteShards<>(
                    new ArcTestGroups(train), shards(place, ArcDatasetSettings.TEST), limit)))
        .apply("Shards of both", Flatten.pCollections())
        .apply(
            "Write manifest",
            new WriteManifest(
                place,
                DatasetBuild.rejectsPlace(settings.outputDir()),
                ManifestSettings.of(template()),
                new SplitCheck(List.of(ArcDatasetSettings.TRAIN, ArcDatasetSettings.TEST)),
                limit,
                rejects,
                files()));
  }

  private List<Companion> files() {
    return List.of(
        new ArcIdentifiers(ArcDatasetSettings.TRAIN),
        new ArcTestPuzzles(ArcDatasetSettings.TEST),
        new ArcLeakage(ArcDatasetSettings.TEST, settings.onLeakage()));
  }

  private ShardSettings shards(BuildPlace place, String split) {
    return new ShardSettings(
        place,
        split,
        settings.shards(),
        settings.canvas() * settings.canvas(),
        settings.compression());
  }

  private List<ArcSource> arcSources() {
    if (found == null) {
      found =
          ArcSources.find(settings.inputFilePrefix(), settings.subsets(), settings.testSetName());
    }
    return found;
  }
}
