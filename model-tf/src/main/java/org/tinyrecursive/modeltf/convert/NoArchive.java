package org.tinyrecursive.modeltf.convert;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.tinyrecursive.transforms.InputRefusedException;

/** Says what a file is that should have been an archive of {@code torch.save}. */
final class NoArchive {
  /** The number that files of PyTorch before 1.6 begin with, as their pickle holds it. */
  private static final String OLD_MAGIC = "l\u00fc\u009cF\u00f9 j\u00a8P\u0019";

  private static final String ZIP_MAGIC = "PK\u0003\u0004";
  // The number comes after protocol and, in protocol 4 and above, the length of a frame.
  private static final int HEAD = 32;

  private NoArchive() {}

  /** The refusal of a file that {@link java.util.zip.ZipFile} did not open. */
  static InputRefusedException refusal(Path file, Exception cause) throws IOException {
    String why = Objects.requireNonNullElse(cause.getMessage(), "it ends too early");
    return new InputRefusedException("%s %s (%s)".formatted(file, what(file), why), cause);
  }

  private static String what(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
      if (head.contains(OLD_MAGIC)) {
        return "is in torch.save's format before PyTorch 1.6; save it again there:"
            + " torch.save(torch.load(file, weights_only=True), file)";
      }
      if (head.isEmpty()) {
        return "is empty; copy it again";
      }
      return head.startsWith(ZIP_MAGIC)
          ? "is a damaged or cut off archive; copy it again"
          : "is no file of torch.save, and not called .safetensors";
    }
  }
}
