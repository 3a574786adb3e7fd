package org.tinyrecursive.modeltf.workers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What stands before every message: its kind, a running number of messages with content, and the
 * length of the content in bytes.
 *
 * @param kind of the message
 * @param number of the message with content on this connection, from 0
 * @param length bytes that follow
 */
record Frame(Kind kind, long number, int length) {
  /** Longest content: more is taken for garbage. */
  static final int MAX_LENGTH = 1 << 30;

  /** By their codes. */
  private static final Kind[] KINDS = Kind.values();

  /** Kinds of messages. */
  enum Kind {
    /** Who calls, see {@link Greeting}. */
    HELLO(0),
    /** Part of a sum, of a gathering, of what leads. */
    DATA(1),
    /** Nothing but a sign of life. */
    ALIVE(2),
    /** The sender ends; the content says why. */
    BYE(3);

    private final int code;

    Kind(int code) {
      this.code = code;
    }
  }

  void write(DataOutputStream out) throws IOException {
    out.writeByte(kind.code);
    out.writeLong(number);
    out.writeInt(length);
  }

  /**
   * Reads a frame's head.
   *
   * @throws IOException if it is none
   */
  static Frame read(DataInputStream in) throws IOException {
    int kind = in.readUnsignedByte();
    long number = in.readLong();
    int length = in.readInt();
    if (kind >= KINDS.length || length < 0 || length > MAX_LENGTH) {
      throw new IOException(
          "it sent what is no message of this program (kind %d, length %d)"
              .formatted(kind, length));
    }
    return new Frame(KINDS[kind], number, length);
  }
}
