package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.checkpoint.Safetensors;
import org.tinyrecursive.modeltf.checkpoint.SafetensorsFile;
import org.tinyrecursive.modeltf.config.CurriculumConfig;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.ForwardDtype;
import org.tinyrecursive.modeltf.config.LossKind;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.config.ModelVariant;
import org.tinyrecursive.modeltf.config.PositionEncoding;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.TrainConfig;
import org.tinyrecursive.modeltf.train.Batch;

/** A configuration with the numbers that the published implementation computed for it. */
record GoldenCase(String name, JsonNode arch, JsonNode train, int steps, SafetensorsFile numbers) {

  /** All cases of the golden directory; empty without a directory. */
  static List<GoldenCase> findAll() {
    Path directory = goldenDirectory().resolve("trm");
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(GoldenCase::load)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** TRM_GOLDEN_DIR, or ../shared/golden as seen from the project's root. */
  private static Path goldenDirectory() {
    String named = System.getenv().getOrDefault("TRM_GOLDEN_DIR", "../shared/golden");
    // Tests start in a module's folder, relative names are meant from the root above it.
    for (Path base = Path.of("").toAbsolutePath(); base != null; base = base.getParent()) {
      if (Files.isDirectory(base.resolve(named))) {
        return base.resolve(named).normalize();
      }
    }
    return Path.of(named);
  }

  private static GoldenCase load(Path file) {
    try {
      JsonNode json = new ObjectMapper().readTree(file.toFile());
      String name = json.get("name").asText();
      SafetensorsFile numbers = Safetensors.read(file.resolveSibling(name + ".safetensors"));
      return new GoldenCase(
          name, json.get("arch"), json.get("train"), json.get("steps").asInt(), numbers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  DataShape data() {
    return new DataShape(
        number("seq_len"), number("vocab_size"), number("num_puzzle_identifiers"), 0, -1, 0);
  }

  Recipe recipe() {
    return recipe(ForwardDtype.FLOAT32);
  }

  /** The recipe with another number format of the forward pass than the published one. */
  Recipe recipe(ForwardDtype dtype) {
    ModelConfig model =
        new ModelConfig(
            ModelVariant.valueOf(arch.get("variant").asText().toUpperCase(Locale.ROOT)),
            number("hidden_size"),
            number("num_heads"),
            arch.get("expansion").asDouble(),
            number("H_cycles"),
            number("L_cycles"),
            number("L_layers"),
            arch.path("H_layers").asInt(),
            arch.get("mlp_t").asBoolean(),
            PositionEncoding.valueOf(arch.get("pos_encodings").asText().toUpperCase(Locale.ROOT)),
            number("puzzle_emb_ndim"),
            number("puzzle_emb_len"),
            number("halt_max_steps"),
            arch.get("halt_exploration_prob").asDouble(),
            arch.get("no_ACT_continue").asBoolean(),
            dtype,
            LossKind.valueOf(train.get("loss").asText().toUpperCase(Locale.ROOT)));
    TrainConfig training =
        new TrainConfig(
            number("batch_size"),
            1,
            1,
            0,
            0,
            1,
            rate("lr"),
            1,
            0,
            rate("beta1"),
            rate("beta2"),
            rate("weight_decay"),
            rate("puzzle_emb_lr"),
            rate("puzzle_emb_weight_decay"),
            true,
            rate("ema_rate"),
            0);
    return new Recipe(name, "golden", model, training, new CurriculumConfig(0, 0, 0, 1));
  }

  double rate(String key) {
    return train.get(key).asDouble();
  }

  /** The batch under {@code prefix}, such as {@code step1/batch/}. */
  Batch batch(String prefix) {
    DataShape data = data();
    int rows = number("batch_size");
    return new Batch(
        rows,
        data.seqLen(),
        ints(prefix + "inputs"),
        ints(prefix + "labels"),
        ints(prefix + "puzzle_identifiers"),
        rows);
  }

  NamedTensor tensor(String key) {
    return numbers.tensor(key);
  }

  boolean has(String key) {
    return numbers.names().contains(key);
  }

  /** The golden tensor under {@code key} with the other's name; the other where there is none. */
  NamedTensor orElse(String key, NamedTensor other) {
    return has(key) ? tensor(key).renamed(other.name()) : other;
  }

  /**
   * How far a tensor is from the golden one.
   *
   * @param difference norm of what lies between them
   * @param norm of the golden one
   */
  record Distance(double difference, double norm) {
    double share() {
      return difference / norm;
    }
  }

  /** From the golden tensor, of the same size, to this one. */
  Distance distance(String key, float[] actual) {
    float[] expected = tensor(key).floats();
    assertThat(actual).as(key).hasSameSizeAs(expected);
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < expected.length; i++) {
      difference += Math.pow((double) actual[i] - expected[i], 2);
      norm += Math.pow(expected[i], 2);
    }
    return new Distance(Math.sqrt(difference), Math.sqrt(norm));
  }

  double scalar(String key) {
    return numbers.tensor(key).data().getDouble();
  }

  /** Integers of any width, and booleans as 0 and 1. */
  int[] ints(String key) {
    NamedTensor tensor = numbers.tensor(key);
    ByteBuffer data = tensor.data();
    int[] values = new int[tensor.elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (tensor.type()) {
            case I64 -> Math.toIntExact(data.getLong());
            case I32 -> data.getInt();
            case U8, BOOL -> data.get();
            default -> throw new IllegalArgumentException(tensor + " holds no integers");
          };
    }
    return values;
  }

  private int number(String key) {
    return arch.get(key).asInt();
  }
}
