package org.tinyrecursive.pipelines.predict;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.FixedSizeListVector;
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.tinyrecursive.transforms.sudoku.SudokuGrid;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/** Reads a file of predictions with Arrow's own reader, as others would. */
final class PredictionFile {
  private PredictionFile() {}

  /** Its rows as the lines of the CSV have them, without q_halt. */
  static List<String> rows(Path file, SudokuShape shape) throws IOException {
    List<String> rows = new ArrayList<>();
    try (BufferAllocator allocator = new RootAllocator();
        FileChannel channel = FileChannel.open(file);
        ArrowFileReader reader =
            new ArrowFileReader(channel, allocator, CommonsCompressionFactory.INSTANCE)) {
      while (reader.loadNextBatch()) {
        VectorSchemaRoot batch = reader.getVectorSchemaRoot();
        for (int row = 0; row < batch.getRowCount(); row++) {
          rows.add(
              "%s,%s,%s,%s"
                  .formatted(
                      batch.getVector("id").getObject(row),
                      grid(batch, "question", row, shape),
                      grid(batch, "prediction", row, shape),
                      batch.getVector("correct").getObject(row)));
        }
      }
    }
    return rows;
  }

  private static String grid(VectorSchemaRoot batch, String column, int row, SudokuShape shape) {
    FixedSizeListVector vector = (FixedSizeListVector) batch.getVector(column);
    List<?> values = vector.getObject(row);
    byte[] tokens = new byte[values.size()];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = ((Number) values.get(i)).byteValue();
    }
    return SudokuGrid.ofTokens(shape, tokens).text();
  }
}
