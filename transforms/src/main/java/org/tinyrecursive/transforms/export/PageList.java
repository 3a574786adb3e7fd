package org.tinyrecursive.transforms.export;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** The data pages, of version 1, of one column in one row group; compressed as they come. */
final class PageList {
  private final ColumnDescriptor column;
  private final ZstdCompressCtx zstd;
  private final List<Page> pages = new ArrayList<>();
  private byte[] room = new byte[0];

  PageList(ColumnDescriptor column, ZstdCompressCtx zstd) {
    this.column = column;
    this.zstd = zstd;
  }

  private record Page(
      BytesInput compressed, int length, int rows, int values, Statistics<?> statistics) {}

  /** What is known of every value of the column of that page, none of them null. */
  Statistics<?> statistics(int smallest, int largest) {
    Statistics<?> statistics = Statistics.createStats(column.getPrimitiveType());
    statistics.updateStats(smallest);
    statistics.updateStats(largest);
    return statistics;
  }

  /**
   * Adds a page.
   *
   * @param bytes levels and values, from index 0; the array may be used again
   * @param length of them
   */
  void add(byte[] bytes, int length, int rows, int values, Statistics<?> statistics) {
    pages.add(new Page(compress(bytes, length), length, rows, values, statistics));
  }

  /** Writes the column of the row group and forgets it. */
  void writeTo(ParquetFileWriter file, Encoding encoding) throws IOException {
    begin(file);
    writePages(file, encoding);
  }

  /**
   * The same with a dictionary before the pages.
   *
   * @param values of the dictionary, int32 one after the other
   * @param size how many they are
   */
  void writeTo(ParquetFileWriter file, byte[] values, int size) throws IOException {
    begin(file);
    file.writeDictionaryPage(
        new DictionaryPage(compress(values, values.length), values.length, size, Encoding.PLAIN));
    writePages(file, Encoding.RLE_DICTIONARY);
  }

  private void begin(ParquetFileWriter file) throws IOException {
    file.startColumn(
        column, pages.stream().mapToLong(Page::values).sum(), CompressionCodecName.ZSTD);
  }

  private void writePages(ParquetFileWriter file, Encoding encoding) throws IOException {
    for (Page page : pages) {
      file.writeDataPage(
          page.values,
          page.length,
          page.compressed,
          page.statistics,
          page.rows,
          Encoding.RLE,
          Encoding.RLE,
          encoding);
    }
    file.endColumn();
    pages.clear();
  }

  private BytesInput compress(byte[] bytes, int length) {
    int bound = Math.toIntExact(Zstd.compressBound(length));
    if (room.length < bound) {
      room = new byte[bound];
    }
    int written = zstd.compressByteArray(room, 0, room.length, bytes, 0, length);
    byte[] compressed = new byte[written];
    System.arraycopy(room, 0, compressed, 0, written);
    return BytesInput.from(compressed);
  }
}
