package org.tinyrecursive.pipelines.dataset;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.tinyrecursive.transforms.beam.BuildPlace;
import org.tinyrecursive.transforms.beam.ManifestSettings;
import org.tinyrecursive.transforms.beam.MazeFormat;
import org.tinyrecursive.transforms.beam.MazeGroups;
import org.tinyrecursive.transforms.beam.MazeQuestionForm;
import org.tinyrecursive.transforms.beam.PuzzleRow;
import org.tinyrecursive.transforms.beam.RawSource;
import org.tinyrecursive.transforms.beam.ReadPuzzleRows;
import org.tinyrecursive.transforms.beam.RejectLimit;
import org.tinyrecursive.transforms.beam.SampleRows;
import org.tinyrecursive.transforms.beam.ShardSettings;
import org.tinyrecursive.transforms.beam.SplitCheck;
import org.tinyrecursive.transforms.beam.WriteManifest;
import org.tinyrecursive.transforms.beam.WriteRejects;
import org.tinyrecursive.transforms.beam.WriteShards;
import org.tinyrecursive.transforms.beam.WrittenShard;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.TokenLayout;
import org.tinyrecursive.transforms.leakage.OnLeakage;
import org.tinyrecursive.transforms.maze.MazeGrid;

/** The graph: raw files → checked mazes → sample → shards → manifest. */
final class MazeDatasetGraph implements BuildGraph {
  private final MazeDatasetSettings settings;
  private MazeFormat firstFormat;

  MazeDatasetGraph(MazeDatasetSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<RawSource> sources() {
    return settings.files().sources();
  }

  @Override
  public long maxRejects() {
    return settings.output().maxRejects();
  }

  @Override
  public Set<String> companions() {
    return leakage().companions();
  }

  @Override
  public OnLeakage onLeakage() {
    return settings.onLeakage();
  }

  /** Tokens as the published maze data has them: no identifiers, every label counts. */
  @Override
  public DatasetManifest template() {
    MazeFormat format = format();
    return new DatasetManifest(
        "maze",
        new TokenLayout(
            format.rows(), format.columns(), MazeGrid.VOCAB_SIZE, 0, OptionalInt.of(0), 0, 1),
        settings.output().compression(),
        settings.output().seed(),
        settings.recipe(),
        List.of(),
        0,
        new TreeMap<>());
  }

  @Override
  public void addTo(Pipeline pipeline, BuildPlace place) {
    MazeFormat format = format();
    PCollectionTuple train = read(pipeline, RawFiles.TRAIN, format);
    PCollectionTuple test = read(pipeline, RawFiles.TEST, format);
    RejectLimit limit =
        new RejectLimit(
            PCollectionList.of(train.get(ReadPuzzleRows.SUMMARIES))
                .and(test.get(ReadPuzzleRows.SUMMARIES))
                .apply("Summaries of files", Flatten.pCollections())
                .apply("Summaries to all", View.asList()),
            settings.output().maxRejects());
    PCollection<PuzzleRow> trainRows = sample(train, RawFiles.TRAIN);
    PCollection<PuzzleRow> testRows = sample(test, RawFiles.TEST);
    PCollectionList.of(write(trainRows, RawFiles.TRAIN, format, place, limit))
        .and(write(testRows, RawFiles.TEST, format, place, limit))
        .apply("Shards of both", Flatten.pCollections())
        .apply(
            "Write manifest",
            new WriteManifest(
                place,
                DatasetBuild.rejectsPlace(settings.output().directory()),
                ManifestSettings.of(template()),
                SplitCheck.everySplitOf(settings.files().sources()),
                limit,
                PCollectionList.of(train.get(ReadPuzzleRows.REJECTS))
                    .and(test.get(ReadPuzzleRows.REJECTS))
                    .apply("Rejects of files", Flatten.pCollections())
                    .apply("Write rejects", new WriteRejects(place)),
                leakage().search(trainRows, testRows, new MazeQuestionForm(format))));
  }

  private PCollectionTuple read(Pipeline pipeline, String split, MazeFormat format) {
    return pipeline
        .apply(
            "List " + split + " files",
            Create.of(settings.files().sources(split))
                .withCoder(SerializableCoder.of(RawSource.class)))
        .apply("Read and check " + split, new ReadPuzzleRows(format, settings.selection(split)));
  }

  private PCollection<PuzzleRow> sample(PCollectionTuple read, String split) {
    return read.get(ReadPuzzleRows.ROWS)
        .apply("Sample " + split, new SampleRows(settings.selection(split)));
  }

  private PCollection<WrittenShard> write(
      PCollection<PuzzleRow> rows,
      String split,
      MazeFormat format,
      BuildPlace place,
      RejectLimit limit) {
    DatasetOutput output = settings.output();
    return rows.apply(
        "Write " + split,
        new WriteShards<>(
            new MazeGroups(format, output.seed(), settings.copies(split)),
            new ShardSettings(place, split, output.shards(), format.cells(), output.compression()),
            limit));
  }

  private RowLeakage leakage() {
    return new RowLeakage(settings.files(), settings.onLeakage());
  }

  /** That of the first good row, looked for once. */
  private MazeFormat format() {
    if (firstFormat == null) {
      firstFormat =
          MazeFormat.find(settings.files().sources(), settings.rows(), settings.columns());
    }
    return firstFormat;
  }
}
