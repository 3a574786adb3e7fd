package org.tinyrecursive.modeltf.convert;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.tinyrecursive.transforms.InputRefusedException;

/** The archive of a file of {@code torch.save}. What is read of it agrees with its checksums. */
final class TorchZip implements AutoCloseable {
  /** The entry that names the tensors, in the archive's one folder. */
  static final String PICKLE = "data.pkl";

  private static final long MAX_ENTRY_BYTES = Integer.MAX_VALUE - 8L;

  /** No stream of deflate holds more bytes per byte. */
  private static final long MAX_DEFLATE = 1032;

  private final Path file;
  private final ZipFile zip;
  private final ZipEntry pickle;

  private TorchZip(Path file, ZipFile zip, ZipEntry pickle) {
    this.file = file;
    this.zip = zip;
    this.pickle = pickle;
  }

  /**
   * Opens an archive.
   *
   * @throws InputRefusedException if it is none, or has no pickle, or more than one
   */
  static TorchZip open(Path file) throws IOException {
    ZipFile zip = zip(file);
    try {
      TorchZip opened = new TorchZip(file, zip, pickle(file, zip));
      opened.checkByteOrder();
      return opened;
    } catch (InputRefusedException | IOException e) {
      zip.close();
      throw e;
    }
  }

  private static ZipFile zip(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw NoArchive.refusal(file, e);
    }
  }

  private static ZipEntry pickle(Path file, ZipFile zip) {
    Set<String> names = new HashSet<>();
    List<? extends ZipEntry> entries = zip.stream().toList();
    for (ZipEntry entry : entries) {
      if (!names.add(entry.getName())) {
        throw new InputRefusedException(
            "%s has two entries %s, and which one counts is unknown; save it anew"
                .formatted(file, entry.getName()));
      }
    }
    List<? extends ZipEntry> pickles =
        entries.stream()
            .filter(
                entry -> entry.getName().equals(PICKLE) || entry.getName().endsWith("/" + PICKLE))
            .toList();
    if (pickles.size() != 1) {
      throw new InputRefusedException(
          "%s has %s %s; expected a file of torch.save"
              .formatted(file, pickles.isEmpty() ? "no" : "more than one", PICKLE));
    }
    return pickles.get(0);
  }

  /** Machines that store the other end first save files whose numbers would be misread. */
  private void checkByteOrder() throws IOException {
    ZipEntry order = zip.getEntry(folder() + "byteorder");
    if (order != null) {
      String text = new String(bytes(order, MAX_DEFLATE), StandardCharsets.ISO_8859_1);
      if (!text.equals("little")) {
        throw new InputRefusedException(
            "%s has the byte order '%s', only 'little' is read; save it on a machine of that order"
                .formatted(file, text));
      }
    }
  }

  private String folder() {
    return pickle.getName().substring(0, pickle.getName().length() - PICKLE.length());
  }

  /** The bytes of the pickle. */
  byte[] pickle(long limit) throws IOException {
    return bytes(pickle, limit);
  }

  /**
   * The bytes of a storage.
   *
   * @param where file and tensor, for messages
   * @throws InputRefusedException if there is none, or it is damaged or too large
   */
  byte[] storage(String where, String key) throws IOException {
    String path = folder() + "data/" + key;
    ZipEntry entry = zip.getEntry(path);
    if (entry == null) {
      throw new InputRefusedException(
          "%s has no data: entry %s is missing; copy the file again".formatted(where, path));
    }
    return bytes(entry, MAX_ENTRY_BYTES);
  }

  private byte[] bytes(ZipEntry entry, long limit) throws IOException {
    long size = entry.getSize();
    long atHand = Math.min(limit, Runtime.getRuntime().maxMemory() / 2);
    if (size > atHand) {
      throw new InputRefusedException(
          "%s: entry %s has %d bytes, at most %d are read%s"
              .formatted(
                  file,
                  entry.getName(),
                  size,
                  atHand,
                  atHand < limit ? " with this much memory; give Java more, such as -Xmx16g" : ""));
    }
    if (size < 0 || size > MAX_DEFLATE * (entry.getCompressedSize() + 1)) {
      throw damaged(entry, "it cannot have %d bytes".formatted(size), null);
    }
    byte[] bytes;
    try (InputStream in = zip.getInputStream(entry)) {
      bytes = in.readNBytes((int) size);
    } catch (IOException e) {
      throw damaged(entry, e.getMessage(), e);
    }
    CRC32 crc = new CRC32();
    crc.update(bytes);
    if (bytes.length != size || crc.getValue() != entry.getCrc()) {
      throw damaged(entry, "its checksum is another", null);
    }
    return bytes;
  }

  private InputRefusedException damaged(ZipEntry entry, String why, IOException cause) {
    return new InputRefusedException(
        "%s: entry %s is damaged: %s; copy the file again, or save it anew"
            .formatted(file, entry.getName(), why),
        cause);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
