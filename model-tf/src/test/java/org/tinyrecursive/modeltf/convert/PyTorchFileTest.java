package org.tinyrecursive.modeltf.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.transforms.InputRefusedException;

class PyTorchFileTest {
  private static final NamedTensor MATRIX = NamedTensor.of("m", List.of(2L, 3L), 1, 2, 3, 4, 5, 6);

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("model.pth");
  }

  @Test
  void tensorsComeWithNamesShapesAndValues() throws IOException {
    NamedTensor vector = NamedTensor.of("v", List.of(2L), -0.5f, 7);
    new TorchArchive().add("_orig_mod.a", MATRIX).add("b", vector).write(file());

    List<NamedTensor> tensors = PyTorchFile.read(file()).tensors();

    assertThat(tensors).extracting(NamedTensor::name).containsExactly("_orig_mod.a", "b");
    assertThat(tensors.get(0).sameBits(MATRIX)).isTrue();
    assertThat(tensors.get(1).sameBits(vector)).isTrue();
  }

  @Test
  void aViewIsReadByItsOffsetAndStrides() throws IOException {
    byte[] data = new byte[24];
    MATRIX.data().get(data);
    new TorchArchive()
        .add("transposed", "FloatStorage", data, 0, List.of(3L, 2L), 1, 3)
        .add("column", "FloatStorage", data, 1, List.of(2L), 3)
        .write(file());

    List<NamedTensor> tensors = PyTorchFile.read(file()).tensors();

    assertThat(tensors.get(0).floats()).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(tensors.get(1).floats()).containsExactly(2, 5);
  }

  @Test
  void otherNumberFormatsBecomeFloat32() throws IOException {
    byte[] bfloat = {(byte) 0x80, 0x3f, 0x20, (byte) 0xc0};
    byte[] half = {0, 0x3c, 1, 0, 0, (byte) 0xc1};
    byte[] longs = {3, 0, 0, 0, 0, 0, 0, 0};
    new TorchArchive()
        .add("bfloat", "BFloat16Storage", bfloat, 0, List.of(2L), 1)
        .add("half", "HalfStorage", half, 0, List.of(3L), 1)
        .add("long", "LongStorage", longs, 0, List.of())
        .write(file());

    List<NamedTensor> tensors = PyTorchFile.read(file()).tensors();

    assertThat(tensors.get(0).floats()).containsExactly(1, -2.5f);
    assertThat(tensors.get(1).floats()).containsExactly(1, 0x1p-24f, -2.5f);
    assertThat(tensors.get(2).floats()).containsExactly(3);
  }

  @Test
  void aFileThatWouldRunCodeIsRefusedByTheNameOfWhatItWouldCall() throws IOException {
    new TorchArchive().addCall("weight", "os", "system", "touch owned").write(file());

    assertThatThrownBy(() -> PyTorchFile.read(file()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("would call os.system")
        .hasMessageContaining("only tensors and plain containers");
    assertThat(Path.of("owned")).doesNotExist();
  }

  @Test
  void codeIsRefusedBesideTheWeightsToo() throws IOException {
    new TorchArchive()
        .open("model")
        .add("a", MATRIX)
        .close()
        .addCall("extra", "posix", "system", "touch owned")
        .write(file());

    assertThatThrownBy(() -> PyTorchFile.read(file()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("would call posix.system at byte");
  }

  @Test
  void aSavedModuleIsRefusedByItsClassWithWhatToSaveInstead() throws IOException {
    new TorchArchive().addObject("model", "mine.models", "Net").write(file());

    assertThatThrownBy(() -> PyTorchFile.read(file()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("would make an object of mine.models.Net")
        .hasMessageContaining("save model.state_dict()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"model", "state_dict", "model_state_dict"})
  void whatIsSavedBesideTheWeightsIsLeftAside(String entry) throws IOException {
    new TorchArchive()
        .open(entry)
        .add("a", MATRIX)
        .close()
        .open("optimizer")
        .add("exp_avg", MATRIX)
        .close()
        .addCall("device", "torch", "device", "cpu")
        .write(file());

    ImportedWeights read = PyTorchFile.read(file());

    assertThat(read.tensors()).extracting(NamedTensor::name).containsExactly("a");
    assertThat(read.leftAside()).containsExactly("optimizer", "device");
  }

  @Test
  void twoSetsOfWeightsAreAmbiguous() throws IOException {
    new TorchArchive().open("model").close().open("state_dict").close().write(file());

    assertThatThrownBy(() -> PyTorchFile.read(file()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("weights in each of [model, state_dict]");
  }

  @Test
  void aTensorThatReachesBeyondAllNumbersIsRefused() throws IOException {
    List<Long> huge = List.of(2_000_000_000L, 2_000_000_000L, 2_000_000_000L);
    new TorchArchive().add("m", "FloatStorage", new byte[8], 0, huge, 0, 0, 0).write(file());

    assertThatThrownBy(() -> PyTorchFile.read(file()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("more than can be read");
  }

  @Test
  void aPickleCutOffAnywhereIsRefused() {
    byte[] pickle = new TorchArchive().add("a", MATRIX).pickle();

    for (int length = 0; length < pickle.length; length++) {
      byte[] cut = Arrays.copyOf(pickle, length);
      assertThatThrownBy(() -> PickleReader.read("cut", cut))
          .as("%d bytes", length)
          .isInstanceOf(InputRefusedException.class)
          .hasMessageStartingWith("cut ");
    }
  }

  @Test
  void aPickleWithAnyByteChangedIsReadOrRefused() {
    byte[] pickle = new TorchArchive().add("a", MATRIX).pickle();
    for (int i = 0; i < pickle.length; i++) {
      for (int change : new int[] {1, 0x80, 0xff}) {
        byte[] broken = pickle.clone();
        broken[i] ^= (byte) change;
        try {
          PickleReader.read("broken", broken);
        } catch (InputRefusedException refused) {
          assertThat(refused).hasMessageStartingWith("broken ");
        }
      }
    }
  }

  @Test
  void otherInstructionsAreNamedWithTheirPlace() {
    byte[] pickle = {(byte) 0x80, 2, 'i', '.'};

    assertThatThrownBy(() -> PickleReader.read("file", pickle))
        .hasMessageContaining("instruction 0x69 at byte 2");
  }

  @Test
  void storagesThatAreMissingOrTooShortAreNamed() throws IOException {
    new TorchArchive().add("short", "FloatStorage", new byte[8], 0, List.of(3L), 1).write(file());

    assertThatThrownBy(() -> PyTorchFile.read(file()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("short is cut off");
  }

  @Test
  void filesThatAreNoArchivesAreRefused() throws IOException {
    Files.write(file(), new byte[] {(byte) 0x80, 2, 'N', '.'});

    assertThatThrownBy(() -> PyTorchFile.read(file()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("no file of torch.save");
  }

  @Test
  void theOldFormatIsNamedWithTheWayToANewOne() throws IOException {
    byte[] magic = {0x6c, (byte) 0xfc, (byte) 0x9c, 0x46, (byte) 0xf9, 0x20, 0x6a, (byte) 0xa8};
    ByteBuffer old = ByteBuffer.allocate(40).put(new byte[] {(byte) 0x80, 2, (byte) 0x8a, 10});
    Files.write(file(), old.put(magic).put(new byte[] {0x50, 0x19, '.'}).array());

    assertThatThrownBy(() -> PyTorchFile.read(file()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("before PyTorch 1.6")
        .hasMessageContaining("torch.save(torch.load(file, weights_only=True), file)");
  }

  @Test
  void anArchiveThatIsCutOffIsCalledDamaged() throws IOException {
    new TorchArchive().add("a", MATRIX).write(file());
    byte[] whole = Files.readAllBytes(file());
    Files.write(file(), Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> PyTorchFile.read(file()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("damaged or cut off");
  }
}
