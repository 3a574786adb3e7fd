package org.tinyrecursive.modeltf.tensorboard;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * A TensorBoard event file of scalars: {@code tensorflow.Event} messages in TFRecord framing
 * (length, masked CRC-32C of the length, message, masked CRC-32C of the message).
 */
public final class EventFile implements AutoCloseable {
  private static final int CRC_MASK_DELTA = 0xa282ead8;

  private final OutputStream out;

  private EventFile(OutputStream out) {
    this.out = out;
  }

  /**
   * Creates an event file in a folder. TensorBoard drops earlier files' points from {@code
   * firstStep} on, so that a resumed run shows one curve.
   *
   * @param wallTimeSeconds since 1970; part of the name, by which TensorBoard orders files
   */
  public static EventFile create(Path folder, double wallTimeSeconds, long firstStep)
      throws IOException {
    Files.createDirectories(folder);
    long second = (long) wallTimeSeconds;
    Path file = folder.resolve(String.format(Locale.ROOT, "events.out.tfevents.%010d.trm", second));
    for (int i = 1; Files.exists(file); i++) {
      file =
          folder.resolve(String.format(Locale.ROOT, "events.out.tfevents.%010d.trm.%d", second, i));
    }
    OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
    EventFile events = new EventFile(new BufferedOutputStream(out));
    events.write(EventMessage.fileVersion(wallTimeSeconds));
    events.write(EventMessage.sessionStart(wallTimeSeconds, firstStep));
    events.flush();
    return events;
  }

  /** Adds one point to each of the named curves. */
  public void scalars(double wallTimeSeconds, long step, Map<String, Float> values)
      throws IOException {
    write(EventMessage.scalars(wallTimeSeconds, step, values));
  }

  /** Hands all points to the operating system: TensorBoard sees them. */
  public void flush() throws IOException {
    out.flush();
  }

  private void write(byte[] message) throws IOException {
    byte[] length =
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(message.length)
            .array();
    out.write(length);
    out.write(maskedCrc(length));
    out.write(message);
    out.write(maskedCrc(message));
  }

  private static byte[] maskedCrc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    int masked = Integer.rotateRight((int) crc.getValue(), 15) + CRC_MASK_DELTA;
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(masked).array();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
