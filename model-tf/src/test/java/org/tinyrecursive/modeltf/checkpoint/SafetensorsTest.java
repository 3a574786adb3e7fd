package org.tinyrecursive.modeltf.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinyrecursive.transforms.InputRefusedException;

class SafetensorsTest {
  @TempDir Path folder;

  private static final NamedTensor WEIGHT =
      NamedTensor.of("a.weight", List.of(2L, 3L), 1, -2, 3.5f, Float.NaN, 0, -0f);

  @ParameterizedTest
  @EnumSource(TensorType.class)
  void everyTypeComesBackBitForBit(TensorType type) throws IOException {
    byte[] bytes = new byte[type.bytes() * 6];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i % 2);
    }
    NamedTensor written = new NamedTensor("t", type, List.of(3L, 2L), ByteBuffer.wrap(bytes));
    Path file = folder.resolve("t.safetensors");

    Safetensors.write(file, List.of(written, WEIGHT), Map.of("format", "pt"));

    SafetensorsFile read = Safetensors.read(file);
    assertThat(read.tensor("t").sameBits(written)).isTrue();
    assertThat(read.tensor("a.weight").sameBits(WEIGHT)).isTrue();
    assertThat(read.metadata()).containsExactly(Map.entry("format", "pt"));
  }

  @Test
  void scalarsAndEmptyTensorsComeBack() throws IOException {
    NamedTensor scalar = NamedTensor.of("scalar", List.of(), 7);
    NamedTensor empty = NamedTensor.of("empty", List.of(0L, 4L));
    Path file = folder.resolve("t.safetensors");

    Safetensors.write(file, List.of(scalar, empty), Map.of());

    SafetensorsFile read = Safetensors.read(file);
    assertThat(read.tensor("scalar").floats()).containsExactly(7);
    assertThat(read.tensor("empty").elements()).isZero();
    assertThat(read.metadata()).isEmpty();
  }

  @Test
  void theOrderOfTensorsDoesNotChangeTheBytes() throws IOException {
    NamedTensor flag =
        new NamedTensor("flag", TensorType.BOOL, List.of(1L), ByteBuffer.wrap(new byte[] {1}));
    Path one = folder.resolve("one.safetensors");
    Path other = folder.resolve("other.safetensors");

    Safetensors.write(one, List.of(flag, WEIGHT), Map.of("x", "1", "y", "2"));
    Safetensors.write(other, List.of(WEIGHT, flag), Map.of("y", "2", "x", "1"));

    assertThat(one).hasSameBinaryContentAs(other);
  }

  @Test
  void everyTensorIsAlignedToItsElements() throws IOException {
    NamedTensor flag =
        new NamedTensor("a", TensorType.BOOL, List.of(1L), ByteBuffer.wrap(new byte[] {1}));
    NamedTensor number =
        new NamedTensor("b", TensorType.I64, List.of(1L), ByteBuffer.allocate(8).putLong(0, 42));
    Path file = folder.resolve("t.safetensors");

    Safetensors.write(file, List.of(flag, WEIGHT, number), Map.of());

    assertThat(Safetensors.read(file).names()).containsExactly("b", "a.weight", "a");
    long header =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertThat(header % 8).isZero();
  }

  @Test
  void twoTensorsOfOneNameAreRefused() {
    assertThatThrownBy(
            () -> Safetensors.write(folder.resolve("t"), List.of(WEIGHT, WEIGHT), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.weight");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void everyTruncationIsNoticed() throws IOException {
    Path file = folder.resolve("t.safetensors");
    Safetensors.write(file, List.of(WEIGHT), Map.of("k", "v"));
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Safetensors.read(file))
          .as("cut to %d bytes", length)
          .isInstanceOf(InputRefusedException.class)
          .hasMessageContaining("truncated")
          .hasMessageContaining("copy or download it again");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1]                                                               | not a JSON object
          {"a":                                                             | not JSON
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{}}     | not JSON
          {"a":{"dtype":"F12","shape":[1],"data_offsets":[0,4]}}            | dtype 'F12', allowed
          {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}            | expected 8 bytes
          {"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}           | size -1
          {"a":{"dtype":"F32","shape":[9223372036854775807],"data_offsets":[0,4]}} | impossible shape
          {"a":{"dtype":"F32","data_offsets":[0,4]}}                        | no list shape
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0]}}              | expected [begin, end]
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}            | after a hole
          {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[1],"data_offsets":[2,6]}} | an overlap
          {"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}             | 4 bytes after its last tensor
          """)
  void malformedHeadersAreRefusedByName(String header, String complaint) throws IOException {
    Path file = write("bad.safetensors", header, new byte[8]);

    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("bad.safetensors")
        .hasMessageContaining(complaint);
  }

  @Test
  void missingFilesFoldersAndRubbishAreRefused() throws IOException {
    assertThatThrownBy(() -> Safetensors.read(folder.resolve("none")))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> Safetensors.read(folder))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("not a regular file");
    Path rubbish = Files.writeString(folder.resolve("rubbish"), "this is no tensor at all");
    assertThatThrownBy(() -> Safetensors.read(rubbish))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("header length");
  }

  @Test
  void everyBitThatFlipsInATensorIsNoticed() throws IOException {
    Path file = folder.resolve("t.safetensors");
    NamedTensor flags =
        new NamedTensor("flags", TensorType.BOOL, List.of(3L), ByteBuffer.wrap(new byte[3]));
    Safetensors.write(file, List.of(WEIGHT, flags), Map.of());
    byte[] whole = Files.readAllBytes(file);
    int data = WEIGHT.data().remaining() + flags.data().remaining();
    for (int bit = 0; bit < 8 * data; bit++) {
      byte[] broken = whole.clone();
      broken[whole.length - data + bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, broken);
      assertThatThrownBy(() -> Safetensors.read(file))
          .as("bit %d", bit)
          .isInstanceOf(InputRefusedException.class)
          .hasMessageContaining("t.safetensors is damaged")
          .hasMessageContaining("copy or download it again");
    }
  }

  /** The CRC-32 of "123456789", the check value of every description of it. */
  @Test
  void theChecksumIsTheCommonCrc32OfTheBytesInTheOrderOfTheFile() throws IOException {
    byte[] digits = "123456789".getBytes(StandardCharsets.US_ASCII);
    NamedTensor wide =
        new NamedTensor("z", TensorType.F32, List.of(2L), ByteBuffer.wrap(digits, 0, 8).slice());
    NamedTensor narrow =
        new NamedTensor("a", TensorType.U8, List.of(1L), ByteBuffer.wrap(digits, 8, 1).slice());
    Path file = folder.resolve("t.safetensors");

    Safetensors.write(file, List.of(narrow, wide), Map.of());

    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .contains("{\"trm.crc32\":\"cbf43926\"}")
        .endsWith("123456789");
  }

  @Test
  void aFileOfAnotherProgramHasNoChecksumAndIsRead() throws IOException {
    byte[] data = NamedTensor.of("a", List.of(1L), 2.5f).data().array();
    Path file =
        write(
            "t.safetensors",
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}",
            data);

    assertThat(Safetensors.read(file).tensor("a").floats()).containsExactly(2.5f);
  }

  @Test
  void anUnknownTensorIsRefusedByName() throws IOException {
    Path file = folder.resolve("t.safetensors");
    Safetensors.write(file, List.of(WEIGHT), Map.of());
    SafetensorsFile read = Safetensors.read(file);
    assertThatThrownBy(() -> read.tensor("b"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("no tensor b")
        .hasMessageContaining("a.weight");
  }

  /** A file with this header, as another program might write it. */
  private Path write(String name, String header, byte[] data) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json).put(data);
    return Files.write(folder.resolve(name), bytes.array());
  }
}
