package org.tinyrecursive.transforms.beam;

import java.util.Optional;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.csv.RejectedRowException;
import org.tinyrecursive.transforms.prediction.PredictionCsv;

/** Predictions files of any puzzle in; checked rows by question, and rejects, out. */
final class ReadPredictions extends PTransform<PCollection<RawSource>, PCollectionTuple> {
  static final TupleTag<KV<Integer, PredictedRow>> ROWS = new TupleTag<>() {};
  static final TupleTag<Reject> REJECTS = new TupleTag<>() {};

  private static final long serialVersionUID = 1;

  private final ScoredPuzzles puzzles;

  ReadPredictions(ScoredPuzzles puzzles) {
    this.puzzles = puzzles;
  }

  @Override
  public PCollectionTuple expand(PCollection<RawSource> sources) {
    PCollectionTuple read =
        sources.apply(
            "Read files",
            ParDo.of(new ReadFn(puzzles)).withOutputTags(ROWS, TupleTagList.of(REJECTS)));
    read.get(ROWS).setCoder(KvCoder.of(VarIntCoder.of(), SerializableCoder.of(PredictedRow.class)));
    read.get(REJECTS).setCoder(SerializableCoder.of(Reject.class));
    return read;
  }

  private static final class ReadFn extends DoFn<RawSource, KV<Integer, PredictedRow>> {
    private static final long serialVersionUID = 1;

    private final ScoredPuzzles puzzles;

    ReadFn(ScoredPuzzles puzzles) {
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
        out.get(REJECTS).output(Reject.ofLine(source, line, bad.field(), bad.reason(), text));
      }
    }
  }
}
