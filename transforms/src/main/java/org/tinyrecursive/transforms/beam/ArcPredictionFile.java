package org.tinyrecursive.transforms.beam;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import org.apache.beam.sdk.io.FileSystems;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.csv.RejectedRowException;
import org.tinyrecursive.transforms.prediction.PredictedRows;

/** A file of predictions, one row at a time: Arrow by its name, else JSON lines, plain or gzip. */
record ArcPredictionFile(RawSource source) {
  /** How names of Arrow files end. */
  static final String ARROW = ".arrow";

  private static final String WHAT = "a file of predictions, .arrow or JSON lines, plain or .gz";

  /** Takes what is in the file. */
  interface Sink {
    /**
     * Takes a good row.
     *
     * @param row its number, from 1; in JSON the line
     */
    void accept(long row, ArcPrediction prediction) throws RejectedRowException;

    /** Takes a row that cannot be used. */
    void reject(Reject reject);
  }

  /**
   * Reads the file.
   *
   * @throws InputRefusedException if it cannot be read to its end
   */
  void read(Sink sink) {
    if (source.name().endsWith(ARROW)) {
      readArrow(sink);
    } else {
      readLines(sink);
    }
  }

  private void readArrow(Sink sink) {
    try (ReadableByteChannel channel =
            FileSystems.open(FileSystems.matchNewResource(source.spec(), false));
        PredictedRows rows = new PredictedRows(source.name(), seekable(channel))) {
      PuzzleNameList names = PuzzleNameList.beside(source.spec());
      long[] row = {0};
      rows.forEach(
          (puzzle, question, prediction, qHalt) ->
              accept(
                  ++row[0],
                  new ArcPrediction(names.name(puzzle), question, prediction, qHalt),
                  "",
                  sink));
    } catch (FileNotFoundException missing) {
      throw new InputRefusedException(source.spec() + ": no such file; check the path", missing);
    } catch (IOException failed) {
      throw new InputRefusedException(
          "%s: cannot be read: %s".formatted(source.spec(), failed.getMessage()), failed);
    }
  }

  private SeekableByteChannel seekable(ReadableByteChannel channel) {
    if (channel instanceof SeekableByteChannel seekable) {
      return seekable;
    }
    throw new InputRefusedException(
        source.spec() + ": Arrow files can be read from disks and gs:// only; copy it there");
  }

  private void readLines(Sink sink) {
    try (SourceLines lines = SourceLines.open(source.spec(), WHAT)) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (line.get().isBlank()) {
          continue;
        }
        try {
          accept(lines.lineNumber(), ArcPredictionLine.parse(line.get()), line.get(), sink);
        } catch (RejectedRowException bad) {
          sink.reject(reject(lines.lineNumber(), bad, line.get()));
        }
      }
    }
  }

  private void accept(long row, ArcPrediction prediction, String record, Sink sink) {
    try {
      String problem = prediction.problem();
      if (!problem.isEmpty()) {
        throw new RejectedRowException("prediction", problem);
      }
      sink.accept(row, prediction);
    } catch (RejectedRowException bad) {
      sink.reject(reject(row, bad, record));
    }
  }

  private Reject reject(long row, RejectedRowException bad, String record) {
    return Reject.ofLine(source, row, bad.field(), bad.reason(), Excerpt.of(record));
  }
}
