package org.tinyrecursive.transforms;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Gzip data as a whole: all members that follow one another, and nothing else.
 *
 * <p>The JDK ends at the first bytes that are no further member, and says nothing: where one byte
 * of a later member's head is damaged, or the file is cut off inside it, all that follows would be
 * lost in silence.
 */
public final class UnpackedStream extends GZIPInputStream {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int TRAILER_BYTES = 8;
  private static final int MAGIC_1 = 0x1F;
  private static final int MAGIC_2 = 0x8B;

  private long atLastFill;

  private UnpackedStream(Stored stored) throws IOException {
    super(stored, BUFFER_BYTES);
  }

  /**
   * What a stream holds: unpacked where it is gzip, told by its first bytes, else as it is.
   *
   * @param stored closed with what is returned, and where this throws
   * @throws java.io.EOFException if gzip data breaks off in its head; reading throws it later on
   * @throws ZipException if the head of gzip data is damaged; reading throws it later on
   */
  public static InputStream of(InputStream stored) throws IOException {
    try {
      PushbackInputStream peeked = new PushbackInputStream(stored, 2);
      byte[] magic = peeked.readNBytes(2);
      peeked.unread(magic);
      boolean gzip = magic.length == 2 && magic[0] == (byte) MAGIC_1 && magic[1] == (byte) MAGIC_2;
      return gzip ? new UnpackedStream(new Stored(peeked)) : peeked;
    } catch (IOException unusable) {
      stored.close();
      throw unusable;
    }
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    int read = super.read(target, from, length);
    if (read < 0) {
      // Of what the inflater has left and what was read since, a trailer alone is the member's own.
      long behind = inf.getRemaining() + ((Stored) in).bytes - atLastFill - TRAILER_BYTES;
      if (behind > 0) {
        throw new ZipException("bytes that are no gzip follow it");
      }
    }
    return read;
  }

  @Override
  protected void fill() throws IOException {
    super.fill();
    atLastFill = ((Stored) in).bytes;
  }

  /** Counts what is read. */
  private static final class Stored extends FilterInputStream {
    private long bytes;

    Stored(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      bytes += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
      int read = super.read(target, from, length);
      bytes += Math.max(read, 0);
      return read;
    }

    /**
     * The JDK looks for a further member only where its stream says that bytes are there, which
     * streams over channels do not: they would lose every member after the first.
     */
    @Override
    public int available() throws IOException {
      return Math.max(1, super.available());
    }
  }
}
