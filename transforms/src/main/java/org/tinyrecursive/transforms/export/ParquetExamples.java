package org.tinyrecursive.transforms.export;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/**
 * Writes examples into a Parquet file: four columns of int32, and {@code inputs} and {@code labels}
 * as lists of uint8, nothing nullable. Lists have the three levels of the Parquet format's
 * specification ("LogicalTypes", "Lists").
 *
 * <p>The library writes what surrounds the pages. The pages are made here, because a list of tokens
 * is an array of bytes already: value by value it would take a hundred times as long. In memory are
 * the rows of one page and the compressed pages of one row group.
 */
final class ParquetExamples implements Closeable {
  private static final int PAGE_BYTES = 1 << 18;
  private static final int PAGES_PER_ROW_GROUP = 64;
  private static final int BYTE_BITS = 8;

  private static final MessageType SCHEMA =
      Types.buildMessage()
          .required(INT32)
          .named("group")
          .required(INT32)
          .named("puzzle_id")
          .required(INT32)
          .named("puzzle_identifier")
          .required(INT32)
          .named("example")
          .requiredList()
          .requiredElement(INT32)
          .as(LogicalTypeAnnotation.intType(BYTE_BITS, false))
          .named("inputs")
          .requiredList()
          .requiredElement(INT32)
          .as(LogicalTypeAnnotation.intType(BYTE_BITS, false))
          .named("labels")
          .named("example");

  private final ParquetFileWriter file;
  private final ZstdCompressCtx zstd = new ZstdCompressCtx();
  private final List<NumberPages> numbers = new ArrayList<>();
  private final List<TokenPages> tokens = new ArrayList<>();
  private final int rowsPerPage;
  private final int rowsPerRowGroup;
  private int pageRows;
  private int groupRows;

  private ParquetExamples(
      ParquetFileWriter file, int seqLen, int vocabSize, int rowsPerPage, int pagesPerRowGroup) {
    this.file = file;
    this.rowsPerPage = rowsPerPage;
    rowsPerRowGroup = rowsPerPage * pagesPerRowGroup;
    for (ColumnDescriptor column : SCHEMA.getColumns()) {
      if (column.getMaxRepetitionLevel() == 0) {
        numbers.add(new NumberPages(column, rowsPerPage, zstd));
      } else {
        tokens.add(new TokenPages(column, rowsPerPage, seqLen, vocabSize, zstd));
      }
    }
  }

  /**
   * Begins a file, which must not exist.
   *
   * @param seqLen tokens per row and list, 1 and above
   * @param vocabSize tokens are below, 1 to 256
   */
  static ParquetExamples create(Path path, int seqLen, int vocabSize) throws IOException {
    return create(path, seqLen, vocabSize, Math.max(1, PAGE_BYTES / seqLen), PAGES_PER_ROW_GROUP);
  }

  static ParquetExamples create(
      Path path, int seqLen, int vocabSize, int rowsPerPage, int pagesPerRowGroup)
      throws IOException {
    ParquetFileWriter file =
        new ParquetFileWriter(
            new LocalOutputFile(path),
            SCHEMA,
            ParquetFileWriter.Mode.CREATE,
            (long) PAGE_BYTES * PAGES_PER_ROW_GROUP,
            0,
            null,
            ParquetProperties.builder().build());
    file.start();
    return new ParquetExamples(file, seqLen, vocabSize, rowsPerPage, pagesPerRowGroup);
  }

  /**
   * Adds a row.
   *
   * @param group position of its group in the split
   * @param puzzleId its puzzle's number within the split
   * @param puzzleIdentifier row of the puzzle embedding table
   * @param example position within the puzzle
   * @param inputs tokens, copied
   * @param labels the same for the answer
   */
  void write(
      int group, int puzzleId, int puzzleIdentifier, int example, byte[] inputs, byte[] labels)
      throws IOException {
    numbers.get(0).add(group);
    numbers.get(1).add(puzzleId);
    numbers.get(2).add(puzzleIdentifier);
    numbers.get(3).add(example);
    tokens.get(0).add(inputs);
    tokens.get(1).add(labels);
    pageRows++;
    groupRows++;
    if (pageRows == rowsPerPage) {
      endPage();
    }
    if (groupRows == rowsPerRowGroup) {
      endRowGroup();
    }
  }

  private void endPage() {
    numbers.forEach(NumberPages::endPage);
    tokens.forEach(TokenPages::endPage);
    pageRows = 0;
  }

  private void endRowGroup() throws IOException {
    if (pageRows > 0) {
      endPage();
    }
    file.startBlock(groupRows);
    for (NumberPages column : numbers) {
      column.writeTo(file);
    }
    for (TokenPages column : tokens) {
      column.writeTo(file);
    }
    file.endBlock();
    groupRows = 0;
  }

  /** Completes the file with what only its end tells; without it no reader accepts the file. */
  void finish() throws IOException {
    if (groupRows > 0) {
      endRowGroup();
    }
    file.end(Map.of());
  }

  @Override
  public void close() throws IOException {
    zstd.close();
    file.close();
  }
}
