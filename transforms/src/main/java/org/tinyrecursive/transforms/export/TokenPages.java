package org.tinyrecursive.transforms.export;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.ParquetFileWriter;

/**
 * A required list of as many tokens in every row. Values refer to a dictionary in which every token
 * stands at its own place, by indices of eight bits: so a page's values are the tokens' bytes, one
 * row after the other, and copying is all that encoding takes.
 *
 * <p>Specification: Parquet format, "Encodings", "Run Length Encoding / Bit-Packing Hybrid" and
 * "Dictionary Encoding".
 */
final class TokenPages {
  private static final int INDEX_BITS = 8;

  /** Indices are packed in groups of eight. */
  private static final int PACKED = 8;

  private static final int LONGEST_VARINT = 5;

  private final PageList pages;
  private final int seqLen;
  private final int vocabSize;
  private final byte[] tokens;
  private int rows;

  /**
   * @param rowsPerPage at most
   * @param seqLen tokens per row
   * @param vocabSize tokens are below
   */
  TokenPages(
      ColumnDescriptor column, int rowsPerPage, int seqLen, int vocabSize, ZstdCompressCtx zstd) {
    pages = new PageList(column, zstd);
    this.seqLen = seqLen;
    this.vocabSize = vocabSize;
    tokens = new byte[rowsPerPage * seqLen];
  }

  void add(byte[] row) {
    System.arraycopy(row, 0, tokens, rows * seqLen, seqLen);
    rows++;
  }

  void endPage() {
    int values = rows * seqLen;
    ByteBuffer page =
        ByteBuffer.allocate(
                rows * 2 * (1 + LONGEST_VARINT)
                    + 2 * (Integer.BYTES + 1 + LONGEST_VARINT)
                    + 1
                    + LONGEST_VARINT
                    + values
                    + PACKED)
            .order(ByteOrder.LITTLE_ENDIAN);
    putRepetitions(page);
    putDefinitions(page, values);
    putIndices(page, values);
    pages.add(page.array(), page.position(), rows, values, pages.statistics(0, vocabSize - 1));
    rows = 0;
  }

  void writeTo(ParquetFileWriter file) throws IOException {
    ByteBuffer dictionary =
        ByteBuffer.allocate(vocabSize * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int token = 0; token < vocabSize; token++) {
      dictionary.putInt(token);
    }
    pages.writeTo(file, dictionary.array(), vocabSize);
  }

  /** Level 0 begins a row's list, level 1 goes on with it. */
  private void putRepetitions(ByteBuffer page) {
    int start = page.position();
    page.putInt(0);
    for (int row = 0; row < rows; row++) {
      putRun(page, 1, 0);
      if (seqLen > 1) {
        putRun(page, seqLen - 1, 1);
      }
    }
    page.putInt(start, page.position() - start - Integer.BYTES);
  }

  /** Level 1: there is an element. */
  private static void putDefinitions(ByteBuffer page, int values) {
    int start = page.position();
    page.putInt(0);
    putRun(page, values, 1);
    page.putInt(start, page.position() - start - Integer.BYTES);
  }

  private void putIndices(ByteBuffer page, int values) {
    int groups = (values + PACKED - 1) / PACKED;
    page.put((byte) INDEX_BITS);
    putVarint(page, groups << 1 | 1);
    page.put(tokens, 0, values);
    page.position(page.position() + groups * PACKED - values);
  }

  private static void putRun(ByteBuffer page, int length, int level) {
    putVarint(page, length << 1);
    page.put((byte) level);
  }

  /** Seven bits a byte, the lowest first. */
  private static void putVarint(ByteBuffer page, int value) {
    int rest = value;
    while (rest >= 1 << 7) {
      page.put((byte) (rest | 1 << 7));
      rest >>>= 7;
    }
    page.put((byte) rest);
  }
}
