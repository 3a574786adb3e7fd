package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.tinyrecursive.transforms.FileSpec;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.ExampleCursor;
import org.tinyrecursive.transforms.dataset.Split;

/**
 * Reads answers, each with its question, see {@link ReadByQuestion}. A source is a raw CSV file in
 * the published format, or the directory of a dataset, of which the source's split is read.
 */
final class ReadAnswersFn extends DoFn<RawSource, KV<Integer, KnownAnswer>> {
  static final TupleTag<KV<Integer, KnownAnswer>> ANSWERS = new TupleTag<>() {};

  private static final long serialVersionUID = 1;

  private final ScoredPuzzles puzzles;

  ReadAnswersFn(ScoredPuzzles puzzles) {
    this.puzzles = puzzles;
  }

  @ProcessElement
  public void processElement(@Element RawSource source, MultiOutputReceiver out)
      throws IOException {
    if (FileSpec.isLocal(source.spec()) && Files.isDirectory(Path.of(source.spec()))) {
      readDataset(source, out);
    } else {
      readFile(source, out);
    }
  }

  private void readFile(RawSource source, MultiOutputReceiver out) {
    RowFormat format = puzzles.answers(source);
    try (PuzzleFile file = PuzzleFile.open(source, format.header())) {
      file.readRows(
          format,
          (line, row) ->
              out.get(ANSWERS).output(answer(row.text(), puzzles.text(row.answer()), row.source())),
          reject -> out.get(ReadByQuestion.REJECTS).output(reject));
    }
  }

  private void readDataset(RawSource source, MultiOutputReceiver out) throws IOException {
    Split split = Dataset.open(Path.of(source.spec())).split(source.split());
    byte[] inputs = new byte[split.seqLen()];
    byte[] labels = new byte[split.seqLen()];
    try (ExampleCursor cursor = split.cursor()) {
      for (int example = 0; example < split.exampleCount(); example++) {
        cursor.copy(example, inputs, 0, labels, 0);
        out.get(ANSWERS)
            .output(answer(text(source, inputs, example), text(source, labels, example), ""));
      }
    }
  }

  private static KV<Integer, KnownAnswer> answer(String question, String answer, String source) {
    return KV.of(QuestionGroup.of(question), new KnownAnswer(question, answer, source));
  }

  private String text(RawSource source, byte[] tokens, int example) {
    try {
      return puzzles.text(tokens);
    } catch (IllegalArgumentException noGrid) {
      throw new InputRefusedException(
          "%s: split %s: example %d is no %s: %s"
              .formatted(
                  source.spec(), source.split(), example, puzzles.name(), noGrid.getMessage()),
          noGrid);
    }
  }
}
