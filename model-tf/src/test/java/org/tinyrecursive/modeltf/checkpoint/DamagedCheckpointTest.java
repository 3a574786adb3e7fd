package org.tinyrecursive.modeltf.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.transforms.InputRefusedException;

/** Checkpoints whose files are missing, cut off, or changed. */
class DamagedCheckpointTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path run;
  private Path saved;
  private Path state;

  @BeforeEach
  void save() throws IOException {
    Standing standing =
        Standing.NONE.with(new BestScore(1, 0.25), 2, 0).with(new BestScore(2, 0.5), 2, 0);
    saved =
        CheckpointStore.open(run.resolve("checkpoints"), 2)
            .save(Samples.state(2, standing), Samples.tensors(1));
    state = saved.resolve("state.json");
  }

  /** Everything that a reader of checkpoints reads. */
  private void loadAll() throws IOException {
    Checkpoint.load(saved).loadTensors();
  }

  private void assertRefused(Path file, String... parts) {
    assertThatThrownBy(this::loadAll)
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining(file.toString())
        .satisfies(refused -> assertThat(refused.getMessage()).contains(List.of(parts)));
  }

  private boolean isRefusedByName(Path file, String what) throws IOException {
    try {
      Checkpoint loaded = Checkpoint.load(saved);
      if (!file.equals(state)) {
        loaded.loadTensors();
      }
      return false;
    } catch (InputRefusedException refused) {
      assertThat(refused).as(what).hasMessageContaining(file.toString());
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.safetensors", "ema.safetensors", "optimizer.safetensors"})
  void aFileOfTensorsThatIsMissingEmptyOrCutOffIsNamed(String name) throws IOException {
    Path file = saved.resolve(name);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused(file, "truncated", "take another checkpoint of the run");
    }
    Files.write(file, Arrays.copyOf(whole, whole.length + 1));
    assertRefused(file, "1 bytes after its last tensor");
    Files.delete(file);
    assertRefused(file, "does not exist", "take another checkpoint of the run");
  }

  @Test
  void aStateThatIsMissingIsNamedByTheStoreWithTheWayOn() throws IOException {
    CheckpointStore store = CheckpointStore.open(run.resolve("checkpoints"), 2);
    Files.delete(state);

    assertThatThrownBy(store::latest)
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining(saved.toString())
        .hasMessageContaining("has no state.json")
        .hasMessageContaining("move it away to go on from the checkpoint before it");
  }

  @Test
  void aFolderOfMoreDigitsThanANumberHasIsNoCheckpoint() throws IOException {
    Files.createDirectory(saved.resolveSibling("step-99999999999999999999"));

    assertThat(CheckpointStore.open(run.resolve("checkpoints"), 2).latest().orElseThrow().state())
        .isEqualTo(Checkpoint.load(saved).state());
  }

  @Test
  void aStateCutOffAnywhereIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(state);
    for (int length = 0; length < whole.length; length++) {
      Files.write(state, Arrays.copyOf(whole, length));
      assertThat(isRefusedByName(state, length + " bytes")).as("%d bytes", length).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"state.json, 5", "model.safetensors, 1", "optimizer.safetensors, 1"})
  void aChangedByteIsHarmlessOrRefusedWithTheFile(String name, int every) throws IOException {
    Path file = saved.resolve(name);
    byte[] whole = Files.readAllBytes(file);
    int refused = 0;
    for (int i = 0; i < whole.length; i += every) {
      for (int change : new int[] {1, 0x80}) {
        byte[] broken = whole.clone();
        broken[i] ^= (byte) change;
        Files.write(file, broken);
        refused += isRefusedByName(file, "byte %d ^ %d".formatted(i, change)) ? 1 : 0;
      }
    }
    assertThat(refused).isGreaterThan(whole.length / every / 2);
  }

  @Test
  void everyFieldOfTheStateOfAnotherTypeIsHarmlessOrRefusedWithTheFile() throws IOException {
    ObjectNode whole = (ObjectNode) JSON.readTree(state.toFile());
    List<JsonNode> others = new ArrayList<>();
    for (String json :
        List.of("null", "\"x\"", "-1", "1.5", "1e30", "99999999999999999999", "[]", "{}", "true")) {
      others.add(JSON.readTree(json));
    }
    for (String place : places("", whole)) {
      for (JsonNode other : others) {
        ObjectNode changed = whole.deepCopy();
        int slash = place.lastIndexOf('/');
        ((ObjectNode) changed.at(place.substring(0, slash))).set(place.substring(slash + 1), other);
        JSON.writeValue(state.toFile(), changed);
        isRefusedByName(state, place + " " + other);
      }
    }
  }

  private static List<String> places(String path, JsonNode node) {
    List<String> places = new ArrayList<>();
    node.properties()
        .forEach(
            field -> {
              places.add(path + "/" + field.getKey());
              places.addAll(places(path + "/" + field.getKey(), field.getValue()));
            });
    return places;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"step\" : 2,|\"step\" : \"2\",|step is \"2\", allowed: a whole number from 0 to",
        "\"step\" : 2,|\"step\" : -2,|step is -2, allowed: a whole number from 0 to",
        "\"step\" : 2,|\"step\" : 2.5,|step is 2.5, allowed: a whole number",
        "\"step\" : 2,|\"step\" : null,|step is null, allowed: a whole number",
        "\"step\" : 2,|\"step\" : 2, \"step\" : 3,|Duplicate field 'step'",
        "\"epoch\" : 0.5|\"epoch\" : \"NaN\"|epoch is \"NaN\", allowed: a number",
        "\"epoch\" : 0.5|\"epoch\" : -1|epoch is -1, allowed: 0 and above",
        "\"visit\" : 6|\"visit\" : {}|data_cursor.visit is an object, allowed: a whole number",
        "\"seq_len\" : 16|\"seq_len\" : 0|dataset.seq_len is 0, allowed: a whole number from 1",
        "\"vocab_size\" : 6|\"vocab_size\" : 1e9|dataset.vocab_size is 1.0E9, allowed: a whole",
        "\"manifest_sha256\" : \"ab12\"|\"manifest_sha256\" : 12|dataset.manifest_sha256 is 12, allowed: a text",
        "\"pending\" : \"none\"|\"pending\" : \"all\"|pending is \"all\", allowed: evaluation or none",
        "\"exact_accuracy\" : 0.25|\"exact_accuracy\" : []|runners_up.exact_accuracy is a list, allowed: a number",
        "\"java\" : \"17\"|\"java\" : 17|versions.java is 17, allowed: a text",
        "\"format_version\" : 1|\"format_version\" : 2|format_version 2, this release reads 1",
        "\"format_version\" : 1|\"format_version\" : \"1\"|format_version \"1\", this release reads 1",
        "\"lr\" : 0.001|\"lr\" : \"Infinity\"|train.lr is 'Infinity', expected a finite number",
        "\"lr\" : 0.001|\"lr\" : -1|train.lr is -1, allowed: 0 and above",
        "\"epochs\" : 4|\"epochs\" : 1e99|train.epochs is '1.0E99', expected a whole number that fits int",
        "\"ema\" : true|\"ema\" : 1|train.ema is '1', expected true or false",
        "\"beta1\" : 0.9|\"beta3\" : 0.9|unknown keys [train.beta3]",
      })
  void whatIsWrongInTheStateIsNamedWithItsValueAndWhatIsAllowed(
      String found, String replaced, String message) throws IOException {
    String json = Files.readString(state);
    assertThat(json).contains(found);
    Files.writeString(state, json.replace(found, replaced));

    assertRefused(state, message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "3", "null", "\"text\""})
  void aStateThatIsNoObjectIsRefused(String json) throws IOException {
    Files.writeString(state, json);

    assertRefused(state, "is no checkpoint state", "expected a JSON object");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-32BE", "UTF-32LE"})
  void aStateInAnotherEncodingIsRefused(String encoding) throws IOException {
    Files.write(state, Files.readString(state).getBytes(Charset.forName(encoding)));

    assertThat(isRefusedByName(state, encoding)).isTrue();
  }

  @Test
  void aStateThatFillsMemoryIsRefusedUnread() throws IOException {
    sparse(state, 3L << 30);

    assertRefused(state, "3221225472 bytes", "at most 16777216");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.5],\"data_offsets\":[0,4]}}|size 1.5 in its shape, allowed: whole numbers",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[null],\"data_offsets\":[0,4]}}|size null in its shape",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,\"4\"]}}|expected [begin, end]",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4.5]}}|expected [begin, end]",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[-4,0]}}|expected [begin, end]",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[18446744073709551616,18446744073709551620]}}|expected [begin, end]",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296,4294967296],\"data_offsets\":[0,4]}}|impossible shape",
        "{\"a\":{\"dtype\":\"U8\",\"shape\":[9223372036854775807],\"data_offsets\":[0,9223372036854775807]}}|at most 2147483647 are read of one tensor",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[8],\"data_offsets\":[0,32]}}|tensors take 32 bytes, it holds 8",
        "{\"a\":{\"dtype\":4,\"shape\":[2],\"data_offsets\":[0,8]}}|has dtype '4', allowed: [F64, F32",
        "{\"a\":null}|has dtype '', allowed",
        "{\"__metadata__\":3}|__metadata__ that is no object of texts",
        "{\"__metadata__\":{\"step\":3}}|__metadata__ that is no object of texts",
        "{} {}|not JSON",
      })
  void whatIsWrongInTheHeaderOfTensorsIsNamed(String header, String message) throws IOException {
    Path model = saved.resolve("model.safetensors");
    write(model, header.getBytes(StandardCharsets.UTF_8));

    assertRefused(model, message);
  }

  @Test
  void aHeaderInAnotherEncodingIsRefused() throws IOException {
    Path model = saved.resolve("model.safetensors");
    for (byte[] header :
        List.of(
            new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}', ' '},
            new byte[] {0, 0, 0, '{', 0x7f, 0, 0, 0},
            new byte[] {'{', 0, 0, 0, 0, 0, 0, 0x7f})) {
      write(model, header);
      assertRefused(model, "has a header that is not");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 100_000_001, Long.MAX_VALUE, Long.MIN_VALUE})
  void anAbsurdHeaderLengthIsRefused(long length) throws IOException {
    Path model = saved.resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(model);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
    Files.write(model, bytes);

    assertRefused(model, Long.toUnsignedString(length), "allowed: 2 to 100000000");
  }

  @Test
  void aTensorOfMoreBytesThanAreReadIsRefusedByNameThoughTheFileHasThem() throws IOException {
    Path model = saved.resolve("model.safetensors");
    long bytes = 3L << 30;
    write(
        model,
        "{\"w\":{\"dtype\":\"U8\",\"shape\":[%d],\"data_offsets\":[0,%d]}}"
            .formatted(bytes, bytes)
            .getBytes(StandardCharsets.UTF_8));
    sparse(model, Files.size(model) - 8 + bytes);

    assertRefused(model, "tensor w has 3221225472 bytes, at most 2147483647");
  }

  @Test
  void whatDoesNotFitAnEngineIsNamedWithTheCheckpoint() {
    assertThatThrownBy(
            () ->
                Checkpoint.load(saved)
                    .restore(
                        tensors -> {
                          throw new InputRefusedException("w has another shape");
                        }))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage("%s: w has another shape", saved);
  }

  @Test
  void savingIntoAFolderThatIsAFileLeavesTheFile() throws IOException {
    Path file = Files.writeString(run.resolve("file"), "mine");

    assertThatThrownBy(
            () ->
                Safetensors.write(
                    file.resolve("t.safetensors"), Samples.tensors(1).model(), Map.of()))
        .isInstanceOf(IOException.class);
    assertThat(file).hasContent("mine");
    assertThat(Checkpoint.load(saved).state().best()).isEqualTo(Optional.of(new BestScore(2, 0.5)));
  }

  /** A file with this header and eight bytes of data. */
  private static void write(Path file, byte[] header) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(8 + header.length + 8).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(file, bytes.putLong(header.length).put(header).array());
  }

  /** Makes a file as long as that, without using as much disk. */
  private static void sparse(Path file, long length) throws IOException {
    try (RandomAccessFile longer = new RandomAccessFile(file.toFile(), "rw")) {
      longer.setLength(length);
    }
  }
}
