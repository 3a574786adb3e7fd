package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
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
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.ExampleCursor;
import org.tinyrecursive.transforms.dataset.Split;
import org.tinyrecursive.transforms.sudoku.SudokuGrid;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/**
 * Answers by {@link QuestionGroup}, each with its question. A source is a raw CSV file in the
 * published format, or the directory of a dataset, of which the source's split is read.
 */
final class ReadSudokuAnswers extends PTransform<PCollection<RawSource>, PCollectionTuple> {
  static final TupleTag<KV<Integer, KV<String, String>>> ANSWERS = new TupleTag<>() {};
  static final TupleTag<Reject> REJECTS = new TupleTag<>() {};

  private static final long serialVersionUID = 1;

  @Override
  public PCollectionTuple expand(PCollection<RawSource> sources) {
    PCollectionTuple read =
        sources.apply(
            "Read files", ParDo.of(new ReadFn()).withOutputTags(ANSWERS, TupleTagList.of(REJECTS)));
    read.get(ANSWERS)
        .setCoder(
            KvCoder.of(VarIntCoder.of(), KvCoder.of(StringUtf8Coder.of(), StringUtf8Coder.of())));
    read.get(REJECTS).setCoder(SerializableCoder.of(Reject.class));
    return read;
  }

  private static final class ReadFn extends DoFn<RawSource, KV<Integer, KV<String, String>>> {
    private static final long serialVersionUID = 1;

    @ProcessElement
    public void processElement(@Element RawSource source, MultiOutputReceiver out)
        throws IOException {
      if (SourceBytes.isLocal(source.spec()) && Files.isDirectory(Path.of(source.spec()))) {
        readDataset(source, out);
      } else {
        readFile(source, out);
      }
    }

    private static void readFile(RawSource source, MultiOutputReceiver out) {
      Optional<SudokuFormat> format = SudokuFormat.find(List.of(source));
      if (format.isEmpty()) {
        throw new InputRefusedException(source.spec() + ": no row of it is a solved Sudoku");
      }
      SudokuShape shape = format.get().shape();
      try (PuzzleFile file = PuzzleFile.open(source, format.get().header())) {
        file.readRows(
            format.get(),
            (line, row) ->
                out.get(ANSWERS)
                    .output(answer(row.text(), SudokuGrid.ofTokens(shape, row.answer()).text())),
            reject -> out.get(REJECTS).output(reject));
      }
    }

    private static void readDataset(RawSource source, MultiOutputReceiver out) throws IOException {
      Split split = Dataset.open(Path.of(source.spec())).split(source.split());
      SudokuShape shape = SudokuShape.ofCells(split.seqLen());
      byte[] inputs = new byte[split.seqLen()];
      byte[] labels = new byte[split.seqLen()];
      try (ExampleCursor cursor = split.cursor()) {
        for (int example = 0; example < split.exampleCount(); example++) {
          cursor.copy(example, inputs, 0, labels, 0);
          out.get(ANSWERS)
              .output(answer(text(shape, inputs, example), text(shape, labels, example)));
        }
      }
    }

    private static KV<Integer, KV<String, String>> answer(String question, String answer) {
      return KV.of(QuestionGroup.of(question), KV.of(question, answer));
    }

    private static String text(SudokuShape shape, byte[] tokens, int example) {
      try {
        return SudokuGrid.ofTokens(shape, tokens).text();
      } catch (IllegalArgumentException noGrid) {
        throw new InputRefusedException(
            "example " + example + " of the dataset is no Sudoku: " + noGrid.getMessage(), noGrid);
      }
    }
  }
}
