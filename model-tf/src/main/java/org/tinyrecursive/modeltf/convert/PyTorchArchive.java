package org.tinyrecursive.modeltf.convert;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;

/**
 * Writes what {@code torch.save} writes of a state dictionary (PyTorch 1.6 and above), so that
 * {@code torch.load(file, weights_only=True)} reads it: a zip archive of stored entries.
 */
final class PyTorchArchive {
  private static final String FOLDER = "archive/";

  private PyTorchArchive() {}

  /**
   * Writes a file.
   *
   * @param tensors float32
   */
  static void write(Path file, List<NamedTensor> tensors) throws IOException {
    try (OutputStream stored = new BufferedOutputStream(Files.newOutputStream(file));
        ZipOutputStream zip = new ZipOutputStream(stored)) {
      entry(zip, "data.pkl", ByteBuffer.wrap(StateDictPickle.of(tensors)));
      entry(zip, "byteorder", ascii("little"));
      for (int i = 0; i < tensors.size(); i++) {
        entry(zip, "data/" + i, tensors.get(i).data());
      }
      entry(zip, "version", ascii("3\n"));
    }
  }

  private static ByteBuffer ascii(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void entry(ZipOutputStream zip, String name, ByteBuffer data) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(data.duplicate());
    ZipEntry entry = new ZipEntry(FOLDER + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(data.remaining());
    entry.setCrc(crc.getValue());
    // The same weights give the same file.
    entry.setTime(0);
    zip.putNextEntry(entry);
    WritableByteChannel channel = Channels.newChannel(zip);
    while (data.hasRemaining()) {
      channel.write(data);
    }
    zip.closeEntry();
  }
}
