package org.tinyrecursive.modeltf.convert;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;

/** Writes what {@code torch.save} writes of a state dictionary. */
public final class TorchArchive {
  private final ByteArrayOutputStream pickle = new ByteArrayOutputStream();
  private final List<byte[]> storages = new ArrayList<>();

  /** A dictionary that tensors are added to. */
  public TorchArchive() {
    bytes(0x80, 2);
    emptyDictionary();
    bytes('(');
  }

  private void emptyDictionary() {
    global("collections", "OrderedDict");
    bytes(')', 'R');
  }

  /** Adds a float32 tensor. */
  public TorchArchive add(String name, NamedTensor tensor) {
    byte[] data = new byte[tensor.data().remaining()];
    tensor.data().get(data);
    long[] strides = new long[tensor.shape().size()];
    long stride = 1;
    for (int axis = strides.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= tensor.shape().get(axis);
    }
    return add(name, "FloatStorage", data, 0, tensor.shape(), strides);
  }

  TorchArchive add(
      String name, String storage, byte[] data, int offset, List<Long> shape, long... strides) {
    text(name);
    global("torch._utils", "_rebuild_tensor_v2");
    bytes('(', '(');
    text("storage");
    global("torch", storage);
    text(Integer.toString(storages.size()));
    text("cpu");
    integer(data.length);
    bytes('t', 'Q');
    integer(offset);
    bytes('(');
    shape.forEach(this::integer);
    bytes('t', '(');
    for (long stride : strides) {
      integer(stride);
    }
    bytes('t', 0x89);
    emptyDictionary();
    bytes('t', 'R');
    storages.add(data);
    return this;
  }

  /** Adds a call of anything, as an attacker would. */
  TorchArchive addCall(String name, String module, String function, String argument) {
    text(name);
    global(module, function);
    bytes('(');
    text(argument);
    bytes('t', 'R');
    return this;
  }

  /** Opens a dictionary inside the dictionary. */
  TorchArchive open(String name) {
    text(name);
    emptyDictionary();
    bytes('(');
    return this;
  }

  /** Closes what {@link #open} opened. */
  TorchArchive close() {
    bytes('u');
    return this;
  }

  /** Adds an object of a class, made by the instruction NEWOBJ. */
  TorchArchive addObject(String name, String module, String type) {
    text(name);
    global(module, type);
    bytes(')', 0x81);
    return this;
  }

  byte[] pickle() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(pickle.toByteArray());
    whole.writeBytes(new byte[] {'u', '.'});
    return whole.toByteArray();
  }

  /** Writes the file. */
  public Path write(Path file) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(zip, "archive/data.pkl", pickle());
      entry(zip, "archive/version", "3\n".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < storages.size(); i++) {
        entry(zip, "archive/data/" + i, storages.get(i));
      }
    }
    return file;
  }

  private static void entry(ZipOutputStream zip, String name, byte[] data) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(data);
    zip.closeEntry();
  }

  private void bytes(int... values) {
    for (int value : values) {
      pickle.write(value);
    }
  }

  private void global(String module, String name) {
    bytes('c');
    pickle.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    bytes('X');
    littleEndian(utf8.length);
    pickle.writeBytes(utf8);
  }

  private void integer(long value) {
    bytes('J');
    littleEndian(Math.toIntExact(value));
  }

  private void littleEndian(int value) {
    pickle.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
  }
}
