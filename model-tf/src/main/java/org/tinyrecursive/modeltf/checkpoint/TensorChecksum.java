package org.tinyrecursive.modeltf.checkpoint;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * The CRC-32 of all tensors' bytes in the order of the file, a text of its header: a bit that flips
 * in a weight is noticed. Files of other programs have none, and are taken as they are.
 */
final class TensorChecksum {
  /** Of this program alone, so that no other's text is taken for it. */
  static final String KEY = "trm.crc32";

  private TensorChecksum() {}

  /** Eight hexadecimal digits, lower case. */
  static String of(Collection<NamedTensor> inFileOrder) {
    CRC32 crc = new CRC32();
    inFileOrder.forEach(tensor -> crc.update(tensor.data()));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  /**
   * Reads all bytes where the header has a checksum.
   *
   * @throws InputRefusedException if it is not theirs
   */
  static void verify(Path file, Collection<NamedTensor> inFileOrder, Map<String, String> texts) {
    String written = texts.get(KEY);
    if (written == null) {
      return;
    }
    String found = of(inFileOrder);
    if (!found.equals(written)) {
      throw new InputRefusedException(
          "%s is damaged: its tensors have the CRC-32 %s, they were written with %s; %s"
              .formatted(file, found, written, Safetensors.REMEDY));
    }
  }
}
