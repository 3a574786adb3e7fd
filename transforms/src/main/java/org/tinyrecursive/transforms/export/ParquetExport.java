package org.tinyrecursive.transforms.export;

import java.io.IOException;
import java.nio.file.Path;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.ExampleCursor;
import org.tinyrecursive.transforms.dataset.Split;

/**
 * One Parquet file a split, {@code <split>.parquet}, one row an example, in the order of the
 * dataset. What is in memory is one row group, whatever the number of examples.
 */
final class ParquetExport implements DatasetExport {
  @Override
  public void write(Dataset dataset, Path folder) throws IOException {
    for (String name : dataset.splitNames()) {
      write(
          dataset.split(name),
          dataset.manifest().tokens().vocabSize(),
          folder.resolve(name + ".parquet"));
    }
    CompanionFiles.copy(dataset, folder);
  }

  private static void write(Split split, int vocabSize, Path file) throws IOException {
    byte[] inputs = new byte[split.seqLen()];
    byte[] labels = new byte[split.seqLen()];
    try (ExampleCursor cursor = split.cursor();
        ParquetExamples out = ParquetExamples.create(file, split.seqLen(), vocabSize)) {
      for (int group = 0; group < split.groupCount(); group++) {
        for (int puzzle = split.puzzleOffset(group);
            puzzle < split.puzzleOffset(group + 1);
            puzzle++) {
          int first = split.exampleOffset(puzzle);
          for (int example = first; example < split.exampleOffset(puzzle + 1); example++) {
            cursor.copy(example, inputs, 0, labels, 0);
            out.write(
                group,
                split.puzzleId(puzzle),
                split.puzzleIdentifier(puzzle),
                example - first,
                inputs,
                labels);
          }
        }
      }
      out.finish();
    }
  }
}
