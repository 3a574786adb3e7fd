package org.tinyrecursive.modeltf.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * The safetensors file format: a length (8 bytes, little-endian), a JSON header that names type,
 * shape and place of every tensor, then the tensors' bytes without holes. Nothing in it is ever
 * executed.
 */
public final class Safetensors {
  static final String REMEDY = "copy or download it again, or take another checkpoint of the run";

  /** Widest elements first, so that every tensor starts at a multiple of its element size. */
  private static final Comparator<NamedTensor> FILE_ORDER =
      Comparator.comparing((NamedTensor tensor) -> -tensor.type().bytes())
          .thenComparing(NamedTensor::name);

  private Safetensors() {}

  /**
   * Writes a file under a temporary name, forces it to disk and renames it: a file of this name is
   * always whole. The same tensors and metadata give the same bytes.
   *
   * @param metadata free texts, stored under {@code __metadata__} beside the tensors' checksum
   * @throws IllegalArgumentException if two tensors share a name
   */
  public static void write(Path file, List<NamedTensor> tensors, Map<String, String> metadata)
      throws IOException {
    List<NamedTensor> ordered = tensors.stream().sorted(FILE_ORDER).toList();
    Map<String, String> texts = new HashMap<>(metadata);
    texts.put(TensorChecksum.KEY, TensorChecksum.of(ordered));
    ByteBuffer header = SafetensorsHeader.format(ordered, texts);
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try {
      try (FileChannel out =
          FileChannel.open(
              unfinished,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        writeFully(out, header);
        for (NamedTensor tensor : ordered) {
          writeFully(out, tensor.data());
        }
        out.force(true);
      }
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /**
   * Opens a file. Tensors are mapped: their bytes come from disk when they are used, and once
   * before that where the file has their checksum.
   *
   * @throws InputRefusedException if the file is missing, truncated or malformed, or its tensors
   *     are not those of its checksum
   */
  public static SafetensorsFile read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new InputRefusedException(
          Files.exists(file)
              ? "%s is not a regular file, expected a .safetensors file; %s".formatted(file, REMEDY)
              : "%s does not exist, expected a .safetensors file; %s".formatted(file, REMEDY));
    }
    try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
      SafetensorsHeader header = SafetensorsHeader.read(file, in);
      Map<String, NamedTensor> tensors = new LinkedHashMap<>();
      for (SafetensorsHeader.Entry entry : header.entries()) {
        ByteBuffer data =
            in.map(FileChannel.MapMode.READ_ONLY, header.dataStart() + entry.begin(), entry.size());
        tensors.put(entry.name(), new NamedTensor(entry.name(), entry.type(), entry.shape(), data));
      }
      TensorChecksum.verify(file, tensors.values(), header.metadata());
      return new SafetensorsFile(file, tensors, header.metadata());
    }
  }

  private static void writeFully(FileChannel out, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
