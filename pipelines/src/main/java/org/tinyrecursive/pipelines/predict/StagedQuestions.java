package org.tinyrecursive.pipelines.predict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.pipelines.predict.PredictInput.RawQuestions;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.CheckedRow;
import org.tinyrecursive.transforms.beam.QuestionFile;
import org.tinyrecursive.transforms.beam.RawSource;
import org.tinyrecursive.transforms.beam.Reject;
import org.tinyrecursive.transforms.beam.RowFormat;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.ShardEntry;
import org.tinyrecursive.transforms.dataset.ShardWriter;
import org.tinyrecursive.transforms.dataset.SplitManifest;
import org.tinyrecursive.transforms.dataset.TokenLayout;

/**
 * Questions of raw files as a dataset that lasts as long as they are predicted: workers read it
 * like any other, and an example's place is that of its row among the good ones.
 */
final class StagedQuestions {
  /** Folder of the dataset in that of the predictions. */
  static final String DIRECTORY = "questions";

  /** The dataset's only split. */
  static final String SPLIT = "input";

  private static final int SHOWN_REJECTS = 5;

  private final PuzzleTask task;
  private final RawQuestions raw;
  private final RowFormat format;
  private final TokenLayout tokens;
  private final StringBuilder firstRejects = new StringBuilder();
  private long rejects;
  private int rows;

  /**
   * @param checkpoint whose model tells the size of the puzzles
   * @throws InputRefusedException if its puzzles are not of this task
   */
  StagedQuestions(PuzzleTask task, RawQuestions raw, Checkpoint checkpoint) {
    this.task = task;
    this.raw = raw;
    DataShape shape = checkpoint.state().dataShape();
    format = task.format(shape.seqLen(), raw.rows(), raw.columns());
    tokens = task.tokens(shape.seqLen(), raw.rows(), raw.columns());
  }

  /**
   * Writes the dataset.
   *
   * @return rows that were refused
   * @throws InputRefusedException if a file cannot be read, more rows are refused than allowed, or
   *     no row is good
   */
  long write(Path folder) throws IOException {
    String file = ShardEntry.fileName(SPLIT, 0, 1);
    Files.createDirectories(folder.resolve(file).getParent());
    ShardEntry shard = writeShard(folder.resolve(file), file);
    if (rejects > raw.maxRejects()) {
      throw new InputRefusedException(
          firstRejects
              + "%,d %s refused, --max-rejects allows %,d: correct the input, or raise --max-rejects"
                  .formatted(rejects, rejects == 1 ? "row is" : "rows are", raw.maxRejects()));
    }
    if (rows == 0) {
      throw new InputRefusedException(String.join(", ", raw.files()) + ": no question to predict");
    }
    DatasetManifest manifest =
        new DatasetManifest(
            task.text(),
            tokens,
            Compression.ZSTD,
            0,
            Map.of(),
            List.of(),
            rejects,
            new TreeMap<>(Map.of(SPLIT, SplitManifest.of(List.of(shard)))));
    Files.write(folder.resolve(DatasetManifest.FILE_NAME), manifest.toJson());
    return rejects;
  }

  private ShardEntry writeShard(Path path, String name) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                path,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        ShardWriter writer =
            new ShardWriter(
                channel,
                tokens.seqLen(),
                Compression.ZSTD,
                ShardWriter.defaultRowsPerBatch(tokens.seqLen()))) {
      for (String file : raw.files()) {
        new QuestionFile(new RawSource(file, SPLIT, 0), format)
            .readRows((line, row) -> append(writer, row), this::reject);
      }
      return writer.finish(name);
    }
  }

  private void append(ShardWriter writer, CheckedRow row) {
    try {
      writer.append(rows, rows, tokens.blankIdentifierId(), 0, row.question(), row.answer());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    rows++;
  }

  private void reject(Reject reject) {
    if (rejects < SHOWN_REJECTS) {
      firstRejects.append(reject.message()).append('\n');
    }
    rejects++;
  }
}
