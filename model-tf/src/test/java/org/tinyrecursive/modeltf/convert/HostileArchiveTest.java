package org.tinyrecursive.modeltf.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.transforms.InputRefusedException;

/** Files of {@code torch.save} that are damaged, or made to do harm. */
class HostileArchiveTest {
  private static final NamedTensor MATRIX = NamedTensor.of("m", List.of(2L, 3L), 1, 2, 3, 4, 5, 6);

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("model.pth");
  }

  /** A pickle in which every character is an instruction, or belongs to one. */
  private static byte[] pickle(String instructions) {
    return ("\u0080\u0002" + instructions).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String nested(String open, int depth, String close) {
    return open.repeat(depth) + "N" + close.repeat(depth);
  }

  private static String key(String text) {
    return "X" + (char) text.length() + "\0\0\0" + text;
  }

  static Stream<Arguments> hostilePickles() {
    String parameter = "ctorch._utils\n_rebuild_parameter\n";
    String shared = "}q\1";
    StringBuilder doubling = new StringBuilder(shared);
    for (char level = 2; level < 40; level++) {
      char below = (char) (level - 1);
      doubling.append("}q" + level + key("a") + "h" + below + "s" + key("b") + "h" + below + "s");
    }
    return Stream.of(
        arguments("remembers nothing", "q\0h\0.", "cut off or no pickle"),
        arguments("adds to a tuple", ")K\1a.", "no well-formed pickle"),
        arguments("adds to its arguments", "(tq\0" + key("k") + "a.", "no well-formed pickle"),
        arguments("names a global by a list", "]]\u0093.", "no well-formed pickle"),
        arguments("has a list as a key", "}]Ns.", "no well-formed pickle"),
        arguments("has itself as a key", "}q\0h\0Ns.", "no well-formed pickle"),
        arguments("holds itself", "}q\0" + key("k") + "h\0s.", "more than 64 deep"),
        arguments("is deep", "}" + key("k") + nested("}" + key("k"), 9000, "s") + "s.", "64 deep"),
        arguments("doubles at every level", doubling + ".", "1000000 entries in all"),
        arguments(
            "nests parameters",
            "}" + key("k") + nested(parameter, 9000, "\u0085R") + "s.",
            "is a torch._utils._rebuild_parameter, expected a tensor"),
        arguments("makes too many objects", "]".repeat(4_000_001) + ".", "save the weights alone"));
  }

  @ParameterizedTest(name = "that {0}")
  @MethodSource("hostilePickles")
  void aPickleIsRefusedWithTheFileAndWhatIsWrong(String what, String instructions, String message)
      throws IOException {
    write(new Entry("archive/data.pkl", pickle(instructions)));

    assertThatThrownBy(() -> PyTorchFile.read(file()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageStartingWith(file().toString())
        .hasMessageContaining(message);
  }

  @ParameterizedTest(name = "shape {0} strides {1} from {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "3 2|1 3|1|last element is number 7 of a storage of 6",
        "2|2147483647|0|last element is number 2147483648",
        "1|1|-1|last element is number 0",
        "2000000000|0|0|2000000000 elements that repeat those of a storage of 6",
        "100000 100000|0 0|0|10000000000 elements that repeat",
        "2147483647 2147483647 2147483647 0|1 1 1 1|0|more than can be read",
        "-1|1|0|the size -1, allowed: whole numbers, 0 and above",
        "2|-1|0|the size -1, allowed",
        "2|1 1|0|no well-formed tensor",
      })
  void aTensorOutsideItsStorageIsRefusedByName(
      String shape, String strides, int offset, String message) throws IOException {
    new TorchArchive()
        .add(
            "a.weight",
            "FloatStorage",
            new byte[24],
            offset,
            Arrays.stream(numbers(shape)).boxed().toList(),
            numbers(strides))
        .write(file());

    assertThatThrownBy(() -> PyTorchFile.read(file()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageStartingWith(file() + ": a.weight")
        .hasMessageContaining(message);
  }

  private static long[] numbers(String text) {
    return Arrays.stream(text.split(" ", -1)).mapToLong(Long::parseLong).toArray();
  }

  @Test
  void aBroadcastTensorIsReadAsItIs() throws IOException {
    new TorchArchive()
        .add("ones", "FloatStorage", new byte[] {0, 0, (byte) 0x80, 0x3f}, 0, List.of(3L), 0)
        .write(file());

    assertThat(PyTorchFile.read(file()).tensors().get(0).floats()).containsExactly(1, 1, 1);
  }

  @Test
  void everyByteOfAFileThatIsChangedIsNoticedOrHarmless() throws IOException {
    byte[] pickle = new TorchArchive().add("a", MATRIX).pickle();
    byte[] data = new byte[24];
    MATRIX.data().get(data);
    write(new Entry("x/data.pkl", pickle), new Entry("x/data/0", data));
    byte[] whole = Files.readAllBytes(file());
    int refused = 0;
    for (int i = 0; i < whole.length; i++) {
      for (int change : new int[] {1, 0x80, 0xff}) {
        byte[] broken = whole.clone();
        broken[i] ^= (byte) change;
        Files.write(file(), broken);
        refused += readsTheSameOrRefuses("byte %d ^ %d".formatted(i, change));
      }
    }
    // Names, sizes, offsets and checksums all count; times and flags do not.
    assertThat(refused).isGreaterThan(3 * (pickle.length + data.length));
  }

  @Test
  void aFileCutOffAnywhereIsRefused() throws IOException {
    new TorchArchive().add("a", MATRIX).write(file());
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length < whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      assertThat(readsTheSameOrRefuses("%d bytes".formatted(length))).isOne();
    }
  }

  private int readsTheSameOrRefuses(String what) throws IOException {
    try {
      List<NamedTensor> tensors = PyTorchFile.read(file()).tensors();
      assertThat(tensors).as(what).hasSize(1);
      assertThat(tensors.get(0).sameBits(MATRIX)).as(what).isTrue();
      return 0;
    } catch (InputRefusedException refused) {
      assertThat(refused).as(what).hasMessageContaining(file().toString());
      return 1;
    }
  }

  @Test
  void anArchiveThatSaysTwoThingsIsRefused() throws IOException {
    byte[] pickle = new TorchArchive().pickle();
    write(new Entry("a/data.pkl", pickle), new Entry("b/data.pkl", pickle));
    assertThatThrownBy(() -> PyTorchFile.read(file()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(file() + " has more than one data.pkl; expected a file of torch.save");

    write(new Entry("a/data.pkl", pickle), new Entry("a/data.pk!", pickle));
    String text = Files.readString(file(), StandardCharsets.ISO_8859_1).replace("pk!", "pkl");
    Files.writeString(file(), text, StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> PyTorchFile.read(file()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining(file() + " has two entries a/data.pkl");
  }

  @Test
  void namesThatLeadOutOfTheArchiveLeadNowhere() throws IOException {
    Files.write(folder.resolve("0"), new byte[24]);
    write(
        new Entry("../data.pkl", new TorchArchive().add("a", MATRIX).pickle()),
        new Entry("/data/0", new byte[24]));

    assertThatThrownBy(() -> PyTorchFile.read(file()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("a has no data: entry ../data/0 is missing; copy the file again");
    assertThat(folder.getParent().resolve("data")).doesNotExist();
  }

  @Test
  void numbersOfTheOtherByteOrderAreRefused() throws IOException {
    write(
        new Entry("x/data.pkl", new TorchArchive().pickle()),
        new Entry("x/byteorder", new byte[] {'b', 'i', 'g'}));

    assertThatThrownBy(() -> PyTorchFile.read(file()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("has the byte order 'big', only 'little' is read");
  }

  @Test
  void anEntryThatClaimsMoreThanItCanHoldIsRefusedBeforeItIsRead() throws IOException {
    write(new Entry("x/data.pkl", new TorchArchive().pickle()));
    byte[] whole = Files.readAllBytes(file());
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    int size = text.indexOf("PK\1\2") + 24;
    for (int claimed : new int[] {60 << 20, 1 << 30, -1}) {
      for (int i = 0; i < 4; i++) {
        whole[size + i] = (byte) (claimed >> (8 * i));
      }
      Files.write(file(), whole);
      Throwable thrown = catchThrowable(() -> PyTorchFile.read(file()));
      assertThat(thrown)
          .as("%d bytes", claimed)
          .isInstanceOf(InputRefusedException.class)
          .hasMessageContaining(file().toString());
    }
  }

  private static final class Entry {
    private final String name;
    private final byte[] data;

    Entry(String name, byte[] data) {
      this.name = name;
      this.data = data;
    }
  }

  /** An archive of entries that are stored as they are, as PyTorch writes them. */
  private void write(Entry... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Entry entry : entries) {
        CRC32 crc = new CRC32();
        crc.update(entry.data);
        ZipEntry stored = new ZipEntry(entry.name);
        stored.setMethod(ZipEntry.STORED);
        stored.setSize(entry.data.length);
        stored.setCrc(crc.getValue());
        zip.putNextEntry(stored);
        zip.write(entry.data);
        zip.closeEntry();
      }
    }
    Files.write(file(), bytes.toByteArray());
  }
}
