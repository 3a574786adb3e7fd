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
import org.tinyrecursive.transforms.beam.PuzzleRow;
import org.tinyrecursive.transforms.beam.RawSource;
import org.tinyrecursive.transforms.beam.ReadPuzzleRows;
import org.tinyrecursive.transforms.beam.Reject;
import org.tinyrecursive.transforms.beam.RejectLimit;
import org.tinyrecursive.transforms.beam.RevealedClues;
import org.tinyrecursive.transforms.beam.RowSelection;
import org.tinyrecursive.transforms.beam.SampleRows;
import org.tinyrecursive.transforms.beam.ShardSettings;
import org.tinyrecursive.transforms.beam.SourceSummary;
import org.tinyrecursive.transforms.beam.SplitCheck;
import org.tinyrecursive.transforms.beam.SudokuExpansion;
import org.tinyrecursive.transforms.beam.SudokuFormat;
import org.tinyrecursive.transforms.beam.SudokuGroups;
import org.tinyrecursive.transforms.beam.SudokuQuestionForm;
import org.tinyrecursive.transforms.beam.SymmetricCopies;
import org.tinyrecursive.transforms.beam.WriteManifest;
import org.tinyrecursive.transforms.beam.WriteRejects;
import org.tinyrecursive.transforms.beam.WriteShards;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.TokenLayout;
import org.tinyrecursive.transforms.leakage.OnLeakage;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/**
 * The graph: raw files → checked rows → sample → shards → manifest. Both splits run side by side;
 * what is written is decided only when every file has been read to its end.
 */
final class SudokuDatasetGraph implements BuildGraph {
  /** What puzzles are taken to be where no row of any file is good; every row is then refused. */
  private static final int USUAL_SIDE = 9;

  private final SudokuDatasetSettings settings;
  private SudokuFormat firstFormat;

  SudokuDatasetGraph(SudokuDatasetSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<RawSource> sources() {
    return settings.sources();
  }

  @Override
  public long maxRejects() {
    return settings.maxRejects();
  }

  @Override
  public Set<String> companions() {
    return leakage().companions();
  }

  @Override
  public OnLeakage onLeakage() {
    return settings.onLeakage();
  }

  /** Tokens as the published Sudoku data has them: no identifiers, every label counts. */
  @Override
  public DatasetManifest template() {
    SudokuShape shape = format().shape();
    TokenLayout tokens =
        new TokenLayout(shape.side(), shape.side(), shape.vocabSize(), 0, OptionalInt.of(0), 0, 1);
    return new DatasetManifest(
        "sudoku",
        tokens,
        settings.compression(),
        settings.seed(),
        settings.recipe(),
        List.of(),
        0,
        new TreeMap<>());
  }

  @Override
  public void addTo(Pipeline pipeline, BuildPlace place) {
    SudokuFormat format = format();
    SudokuShape shape = format.shape();
    PCollectionTuple train =
        read(pipeline, SudokuDatasetSettings.TRAIN, format, settings.trainSelection());
    PCollectionTuple test =
        read(pipeline, SudokuDatasetSettings.TEST, format, settings.testSelection());

    PCollection<SourceSummary> summaries =
        PCollectionList.of(train.get(ReadPuzzleRows.SUMMARIES))
            .and(test.get(ReadPuzzleRows.SUMMARIES))
            .apply("Summaries of files", Flatten.pCollections());
    RejectLimit limit =
        new RejectLimit(summaries.apply("Summaries to all", View.asList()), settings.maxRejects());

    PCollection<Reject> rejects =
        PCollectionList.of(train.get(ReadPuzzleRows.REJECTS))
            .and(test.get(ReadPuzzleRows.REJECTS))
            .apply("Rejects of files", Flatten.pCollections())
            .apply("Write rejects", new WriteRejects(place));

    PCollection<PuzzleRow> trainRows =
        train
            .get(ReadPuzzleRows.ROWS)
            .apply("Sample train", new SampleRows(settings.trainSelection()));
    PCollection<PuzzleRow> testRows =
        test.get(ReadPuzzleRows.ROWS)
            .apply("Sample test", new SampleRows(settings.testSelection()));
    PCollectionList.of(
            trainRows.apply(
                "Write train",
                new WriteShards<>(
                    groups(shape, new SymmetricCopies(settings.seed(), settings.numAug())),
                    shards(place, SudokuDatasetSettings.TRAIN, shape),
                    limit)))
        .and(
            testRows.apply(
                "Write test",
                new WriteShards<>(
                    groups(shape, new RevealedClues(settings.seed(), settings.testClues())),
                    shards(place, SudokuDatasetSettings.TEST, shape),
                    limit)))
        .apply("Shards of both", Flatten.pCollections())
        .apply(
            "Write manifest",
            new WriteManifest(
                place,
                DatasetBuild.rejectsPlace(settings.outputDir()),
                ManifestSettings.of(template()),
                SplitCheck.everySplitOf(settings.sources()),
                limit,
                rejects,
                leakage().search(trainRows, testRows, new SudokuQuestionForm(shape.side()))));
  }

  private RowLeakage leakage() {
    return new RowLeakage(files(), settings.onLeakage());
  }

  private RawFiles files() {
    return new RawFiles(settings.train(), settings.test());
  }

  /** That of the first good row, looked for once. */
  private SudokuFormat format() {
    if (firstFormat == null) {
      firstFormat = SudokuFormat.find(settings.sources()).orElse(new SudokuFormat(USUAL_SIDE));
    }
    return firstFormat;
  }

  private PCollectionTuple read(
      Pipeline pipeline, String split, SudokuFormat format, RowSelection selection) {
    return pipeline
        .apply(
            "List " + split + " files",
            Create.of(files().sources(split)).withCoder(SerializableCoder.of(RawSource.class)))
        .apply("Read and check " + split, new ReadPuzzleRows(format, selection));
  }

  private SudokuGroups groups(SudokuShape shape, SudokuExpansion expansion) {
    return new SudokuGroups(shape.side(), settings.seed(), expansion);
  }

  private ShardSettings shards(BuildPlace place, String split, SudokuShape shape) {
    return new ShardSettings(
        place, split, settings.shards(), shape.cells(), settings.compression());
  }
}
