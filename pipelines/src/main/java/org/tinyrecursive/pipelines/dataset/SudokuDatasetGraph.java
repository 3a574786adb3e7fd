package org.tinyrecursive.pipelines.dataset;

import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.tinyrecursive.transforms.beam.ManifestSettings;
import org.tinyrecursive.transforms.beam.ReadSudokuRows;
import org.tinyrecursive.transforms.beam.RejectLimit;
import org.tinyrecursive.transforms.beam.RevealedClues;
import org.tinyrecursive.transforms.beam.RowReject;
import org.tinyrecursive.transforms.beam.RowSelection;
import org.tinyrecursive.transforms.beam.SampleRows;
import org.tinyrecursive.transforms.beam.ShardSettings;
import org.tinyrecursive.transforms.beam.SourceSummary;
import org.tinyrecursive.transforms.beam.SudokuExpansion;
import org.tinyrecursive.transforms.beam.SudokuSource;
import org.tinyrecursive.transforms.beam.SymmetricCopies;
import org.tinyrecursive.transforms.beam.WriteManifest;
import org.tinyrecursive.transforms.beam.WriteRejects;
import org.tinyrecursive.transforms.beam.WriteSudokuShards;
import org.tinyrecursive.transforms.beam.WrittenShard;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/**
 * The graph: raw files → checked rows → sample → shards → manifest. Both splits run side by side;
 * what is written is decided only when every file has been read to its end.
 */
final class SudokuDatasetGraph {
  private final SudokuDatasetSettings settings;
  private final SudokuShape shape;
  private final String directory;

  /**
   * @param shape of every puzzle
   * @param directory where the dataset is being built, a local path
   */
  SudokuDatasetGraph(SudokuDatasetSettings settings, SudokuShape shape, String directory) {
    this.settings = settings;
    this.shape = shape;
    this.directory = directory;
  }

  void addTo(Pipeline pipeline) {
    PCollectionTuple train = read(pipeline, SudokuDatasetSettings.TRAIN, settings.trainSelection());
    PCollectionTuple test = read(pipeline, SudokuDatasetSettings.TEST, settings.testSelection());

    PCollection<SourceSummary> summaries =
        PCollectionList.of(train.get(ReadSudokuRows.SUMMARIES))
            .and(test.get(ReadSudokuRows.SUMMARIES))
            .apply("Summaries of files", Flatten.pCollections());
    RejectLimit limit =
        new RejectLimit(summaries.apply("Summaries to all", View.asList()), settings.maxRejects());

    PCollection<RowReject> rejects =
        PCollectionList.of(train.get(ReadSudokuRows.REJECTS))
            .and(test.get(ReadSudokuRows.REJECTS))
            .apply("Rejects of files", Flatten.pCollections())
            .apply("Write rejects", new WriteRejects(directory));

    PCollectionList.of(
            write(train, SudokuDatasetSettings.TRAIN, settings.trainSelection(), copies(), limit))
        .and(write(test, SudokuDatasetSettings.TEST, settings.testSelection(), variants(), limit))
        .apply("Shards of both", Flatten.pCollections())
        .apply(
            "Write manifest",
            new WriteManifest(
                directory, settings.rejectsDir().toString(), manifest(), limit, rejects));
  }

  private PCollectionTuple read(Pipeline pipeline, String split, RowSelection selection) {
    List<SudokuSource> files =
        settings.sources().stream().filter(source -> source.split().equals(split)).toList();
    return pipeline
        .apply(
            "List " + split + " files",
            Create.of(files).withCoder(SerializableCoder.of(SudokuSource.class)))
        .apply("Read and check " + split, new ReadSudokuRows(shape, selection));
  }

  private PCollection<WrittenShard> write(
      PCollectionTuple rows,
      String split,
      RowSelection selection,
      SudokuExpansion expansion,
      RejectLimit limit) {
    ShardSettings shards =
        new ShardSettings(
            directory, split, settings.shards(), settings.compression(), settings.seed());
    return rows.get(ReadSudokuRows.ROWS)
        .apply("Sample " + split, new SampleRows(selection))
        .apply("Write " + split, new WriteSudokuShards(shape, expansion, shards, limit));
  }

  private SudokuExpansion copies() {
    return new SymmetricCopies(settings.seed(), settings.numAug());
  }

  private SudokuExpansion variants() {
    return new RevealedClues(settings.seed(), settings.testClues());
  }

  private ManifestSettings manifest() {
    return new ManifestSettings(
        shape.side(), settings.compression(), settings.seed(), settings.recipe());
  }
}
