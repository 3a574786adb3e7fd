package org.tinyrecursive.transforms.export;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.hadoop.ParquetFileWriter;

/** A required column of int32, encoded as it is (PLAIN); pages have no levels. */
final class NumberPages {
  private final PageList pages;
  private final ByteBuffer page;
  private int smallest;
  private int largest;

  /**
   * @param rowsPerPage at most
   */
  NumberPages(ColumnDescriptor column, int rowsPerPage, ZstdCompressCtx zstd) {
    pages = new PageList(column, zstd);
    page = ByteBuffer.allocate(rowsPerPage * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    clear();
  }

  void add(int value) {
    page.putInt(value);
    smallest = Math.min(smallest, value);
    largest = Math.max(largest, value);
  }

  void endPage() {
    int rows = page.position() / Integer.BYTES;
    pages.add(page.array(), page.position(), rows, rows, pages.statistics(smallest, largest));
    clear();
  }

  void writeTo(ParquetFileWriter file) throws IOException {
    pages.writeTo(file, Encoding.PLAIN);
  }

  private void clear() {
    page.clear();
    smallest = Integer.MAX_VALUE;
    largest = Integer.MIN_VALUE;
  }
}
