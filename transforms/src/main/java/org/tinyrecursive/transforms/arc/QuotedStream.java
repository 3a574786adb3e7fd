package org.tinyrecursive.transforms.arc;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends the reading of a file that goes on for long without a quotation mark: no ARC file does, and
 * a name without end would otherwise be gathered in memory.
 */
final class QuotedStream extends FilterInputStream {
  /** Several times what the largest task takes, written with a line for each cell. */
  static final int MAX_UNQUOTED_BYTES = 1 << 22;

  private int unquoted;
  private int previous;

  QuotedStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    if (value >= 0) {
      see(value);
    }
    return value;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int read = in.read(target, from, length);
    for (int i = 0; i < read; i++) {
      see(target[from + i]);
    }
    return read;
  }

  private void see(int value) throws IOException {
    unquoted = value == '"' && previous != '\\' ? 0 : unquoted + 1;
    previous = value;
    if (unquoted > MAX_UNQUOTED_BYTES) {
      throw new UnquotedException();
    }
  }

  /** There was no quotation mark for too long. */
  static final class UnquotedException extends IOException {
    private static final long serialVersionUID = 1;

    UnquotedException() {
      super("%,d bytes without a quotation mark".formatted(MAX_UNQUOTED_BYTES));
    }
  }
}
