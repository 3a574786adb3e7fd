package org.tinyrecursive.transforms.beam;

import java.util.Optional;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.csv.RejectedRowException;
import org.tinyrecursive.transforms.prediction.PredictionCsv;

/** Reads files of predictions of any puzzle, see {@link ReadByQuestion}. */
final class ReadPredictionsFn extends DoFn<RawSource, KV<Integer, PredictedRow>> {
  static final TupleTag<KV<Integer, PredictedRow>> ROWS = new TupleTag<>() {};

  private static final long serialVersionUID = 1;

  private final ScoredPuzzles puzzles;

  ReadPredictionsFn(ScoredPuzzles puzzles) {
    this.puzzles = puzzles;
  }

  @ProcessElement
  public void processElement(@Element RawSource source, MultiOutputReceiver out) {
    try (SourceLines lines = SourceLines.open(source.spec())) {
      ScoredPuzzles.RowParser csv = readHeader(source, lines);
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (!line.get().isBlank()) {
          read(source, lines.lineNumber(), line.get(), csv, out);
        }
      }
    }
  }

  private ScoredPuzzles.RowParser readHeader(RawSource source, SourceLines lines) {
    String header =
        lines
            .next()
            .orElseThrow(
                () ->
                    new InputRefusedException(
                        source.spec()
                            + ": file is empty, expected a header such as "
                            + PredictionCsv.HEADER));
    try {
      return puzzles.predictions(header);
    } catch (InputRefusedException refused) {
      throw new InputRefusedException(source.spec() + ":1: " + refused.getMessage(), refused);
    }
  }

  private static void read(
      RawSource source,
      long line,
      String text,
      ScoredPuzzles.RowParser csv,
      MultiOutputReceiver out) {
    try {
      PredictedRow row = csv.parse(source, line, text);
      out.get(ROWS).output(KV.of(QuestionGroup.of(row.question()), row));
    } catch (RejectedRowException bad) {
      out.get(ReadByQuestion.REJECTS)
          .output(Reject.ofLine(source, line, bad.field(), bad.reason(), text));
    }
  }
}
