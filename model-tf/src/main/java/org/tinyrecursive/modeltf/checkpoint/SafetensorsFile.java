package org.tinyrecursive.modeltf.checkpoint;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tinyrecursive.transforms.InputRefusedException;

/** An opened safetensors file. Its tensors stay valid when the file is deleted. */
public final class SafetensorsFile {
  private final Path file;
  private final Map<String, NamedTensor> tensors;
  private final Map<String, String> metadata;

  SafetensorsFile(Path file, Map<String, NamedTensor> tensors, Map<String, String> metadata) {
    this.file = file;
    this.tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    Map<String, String> free = new LinkedHashMap<>(metadata);
    free.remove(TensorChecksum.KEY);
    this.metadata = Collections.unmodifiableMap(free);
  }

  /** Names, in the order of the bytes. */
  public Set<String> names() {
    return tensors.keySet();
  }

  /** All tensors, in the order of the bytes. */
  public List<NamedTensor> tensors() {
    return List.copyOf(tensors.values());
  }

  /** The free texts of the header, its checksum aside; empty where it has none. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /**
   * The tensor of that name.
   *
   * @throws InputRefusedException if the file has none
   */
  public NamedTensor tensor(String name) {
    NamedTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new InputRefusedException(
          "%s has no tensor %s; it has %s".formatted(file, name, tensors.keySet()));
    }
    return tensor;
  }
}
