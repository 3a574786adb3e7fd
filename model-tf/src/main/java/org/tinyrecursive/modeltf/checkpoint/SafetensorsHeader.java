package org.tinyrecursive.modeltf.checkpoint;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * The header of a safetensors file, checked: tensors follow each other without overlap or hole and
 * end where the file ends.
 *
 * @param entries in the order of the bytes
 * @param dataStart position of the first tensor in the file
 */
record SafetensorsHeader(List<Entry> entries, Map<String, String> metadata, long dataStart) {
  private static final String METADATA = "__metadata__";
  private static final int LENGTH_BYTES = Long.BYTES;

  /** As the published reader has it; more is rubbish, not a model. */
  private static final long MAX_HEADER_BYTES = 100_000_000;

  private static final String REMEDY = Safetensors.REMEDY;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Where one tensor lies, relative to the first tensor's first byte. */
  record Entry(String name, TensorType type, List<Long> shape, long begin, long end) {
    long size() {
      return end - begin;
    }
  }

  /** Length and JSON of tensors that are stored in this order, padded to a multiple of 8 bytes. */
  static ByteBuffer format(List<NamedTensor> tensors, Map<String, String> metadata)
      throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode();
    if (!metadata.isEmpty()) {
      ObjectNode texts = root.putObject(METADATA);
      new TreeMap<>(metadata).forEach(texts::put);
    }
    long begin = 0;
    for (NamedTensor tensor : tensors) {
      if (root.has(tensor.name())) {
        throw new IllegalArgumentException("two tensors are named " + tensor.name());
      }
      ObjectNode entry = root.putObject(tensor.name());
      entry.put("dtype", tensor.type().name());
      tensor.shape().forEach(entry.putArray("shape")::add);
      long end = begin + tensor.data().remaining();
      entry.putArray("data_offsets").add(begin).add(end);
      begin = end;
    }
    byte[] json = JSON.writeValueAsBytes(root);
    int padded = (json.length + 7) / 8 * 8;
    ByteBuffer header =
        ByteBuffer.allocate(LENGTH_BYTES + padded).order(ByteOrder.LITTLE_ENDIAN).putLong(padded);
    header.put(json);
    Arrays.fill(header.array(), header.position(), header.capacity(), (byte) ' ');
    return header.rewind();
  }

  static SafetensorsHeader read(Path file, FileChannel in) throws IOException {
    long fileBytes = in.size();
    if (fileBytes < LENGTH_BYTES) {
      throw new InputRefusedException(
          "%s is truncated: %d bytes, a safetensors file has at least %d; %s"
              .formatted(file, fileBytes, LENGTH_BYTES, REMEDY));
    }
    long length = readFully(in, 0, LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > MAX_HEADER_BYTES) {
      throw new InputRefusedException(
          "%s is no safetensors file: header length %s, allowed: 2 to %d; %s"
              .formatted(file, Long.toUnsignedString(length), MAX_HEADER_BYTES, REMEDY));
    }
    long dataStart = LENGTH_BYTES + length;
    if (dataStart > fileBytes) {
      throw new InputRefusedException(
          "%s is truncated: its header ends at byte %d, the file at %d; %s"
              .formatted(file, dataStart, fileBytes, REMEDY));
    }
    JsonNode root = parse(file, readFully(in, LENGTH_BYTES, (int) length).array());
    Map<String, String> metadata = new LinkedHashMap<>();
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (field.getKey().equals(METADATA)) {
        metadata.putAll(texts(file, field.getValue()));
      } else {
        entries.add(entry(file, field.getKey(), field.getValue()));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    checkPlaces(file, entries, fileBytes - dataStart);
    return new SafetensorsHeader(List.copyOf(entries), metadata, dataStart);
  }

  private static Map<String, String> texts(Path file, JsonNode metadata) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> text : metadata.properties()) {
      if (text.getValue().isTextual()) {
        texts.put(text.getKey(), text.getValue().textValue());
      }
    }
    if (!metadata.isObject() || texts.size() != metadata.size()) {
      throw new InputRefusedException(
          "%s has a %s that is no object of texts; %s".formatted(file, METADATA, REMEDY));
    }
    return texts;
  }

  private static JsonNode parse(Path file, byte[] json) throws IOException {
    JsonNode root;
    try {
      // As text: of bytes Jackson would guess whether they are UTF-16 or UTF-32.
      root = JSON.readTree(utf8(json));
    } catch (JsonProcessingException e) {
      throw new InputRefusedException(
          "%s has a header that is not JSON: %s; %s"
              .formatted(file, e.getOriginalMessage(), REMEDY),
          e);
    } catch (CharacterCodingException e) {
      throw new InputRefusedException(
          "%s has a header that is not UTF-8 text; %s".formatted(file, REMEDY), e);
    }
    if (!root.isObject()) {
      throw new InputRefusedException(
          "%s has a header that is not a JSON object; %s".formatted(file, REMEDY));
    }
    return root;
  }

  private static String utf8(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static Entry entry(Path file, String name, JsonNode node) {
    String where = "%s: tensor %s".formatted(file, name);
    TensorType type = type(where, node.path("dtype").asText());
    List<Long> shape = new ArrayList<>();
    long bytes = type.bytes();
    for (JsonNode size : array(where, node, "shape")) {
      if (!isCount(size)) {
        throw new InputRefusedException(
            "%s has a size %s in its shape, allowed: whole numbers, 0 and above; %s"
                .formatted(where, size, REMEDY));
      }
      shape.add(size.asLong());
      try {
        bytes = Math.multiplyExact(bytes, size.asLong());
      } catch (ArithmeticException e) {
        throw new InputRefusedException(
            "%s has the impossible shape %s; %s".formatted(where, shape, REMEDY), e);
      }
    }
    JsonNode offsets = array(where, node, "data_offsets");
    if (offsets.size() != 2 || !isCount(offsets.get(0)) || !isCount(offsets.get(1))) {
      throw new InputRefusedException(
          "%s has data_offsets %s, expected [begin, end]; %s".formatted(where, offsets, REMEDY));
    }
    long begin = offsets.get(0).asLong();
    long end = offsets.get(1).asLong();
    if (end - begin != bytes) {
      throw new InputRefusedException(
          "%s has data_offsets %s, expected %d bytes for %s %s; %s"
              .formatted(where, offsets, bytes, type, shape, REMEDY));
    }
    if (bytes > Integer.MAX_VALUE) {
      throw new InputRefusedException(
          "%s has %d bytes, at most %d are read of one tensor; split it"
              .formatted(where, bytes, Integer.MAX_VALUE));
    }
    return new Entry(name, type, shape, begin, end);
  }

  private static boolean isCount(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToLong() && value.longValue() >= 0;
  }

  private static JsonNode array(String where, JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isArray()) {
      throw new InputRefusedException("%s has no list %s; %s".formatted(where, field, REMEDY));
    }
    return value;
  }

  private static TensorType type(String where, String name) {
    for (TensorType type : TensorType.values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    throw new InputRefusedException(
        "%s has dtype '%s', allowed: %s; store it as one of these"
            .formatted(where, name, Arrays.toString(TensorType.values())));
  }

  private static void checkPlaces(Path file, List<Entry> entries, long dataBytes) {
    long end = 0;
    for (Entry entry : entries) {
      if (entry.begin() != end) {
        throw new InputRefusedException(
            "%s: tensor %s starts at byte %d of the data, %s: the one before ends at %d; %s"
                .formatted(
                    file,
                    entry.name(),
                    entry.begin(),
                    entry.begin() < end ? "an overlap" : "after a hole",
                    end,
                    REMEDY));
      }
      end = entry.end();
    }
    if (end > dataBytes) {
      throw new InputRefusedException(
          "%s is truncated: its tensors take %d bytes, it holds %d; %s"
              .formatted(file, end, dataBytes, REMEDY));
    }
    if (end < dataBytes) {
      throw new InputRefusedException(
          "%s has %d bytes after its last tensor; %s".formatted(file, dataBytes - end, REMEDY));
    }
  }

  private static ByteBuffer readFully(FileChannel in, long position, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining()) {
      if (in.read(buffer, position + buffer.position()) < 0) {
        throw new IOException("unexpected end of file at byte " + (position + buffer.position()));
      }
    }
    return buffer.rewind();
  }
}
