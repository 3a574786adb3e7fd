package org.tinyrecursive.modeltf.checkpoint;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.RecipeJson;
import org.tinyrecursive.transforms.InputRefusedException;

/** {@link TrainingState} as {@code state.json}, checkpoint format 1. */
final class TrainingStateJson {
  static final int FORMAT_VERSION = 1;

  /** Thousands of times what one has. */
  private static final long MAX_BYTES = 16 << 20;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private TrainingStateJson() {}

  static byte[] format(TrainingState state) throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode();
    root.put("format_version", FORMAT_VERSION);
    root.put("step", state.step());
    root.put("epoch", state.epoch());
    ObjectNode cursor = root.putObject("data_cursor");
    cursor.put("iteration", state.cursor().iteration());
    cursor.put("visit", state.cursor().visit());
    root.put("elapsed_seconds", state.elapsedSeconds());
    root.put("pending", state.pending().name().toLowerCase(Locale.ROOT));
    state
        .best()
        .ifPresent(
            best -> {
              score(root.putObject("best"), best);
              ArrayNode others = root.putArray("runners_up");
              state.standing().best().stream()
                  .skip(1)
                  .forEach(other -> score(others.addObject(), other));
              root.put("gain_bar", state.standing().bar());
              root.put("evaluations_without_gain", state.standing().withoutGain());
            });
    ObjectNode dataset = root.putObject("dataset");
    dataset.put("manifest_sha256", state.datasetSha256());
    dataset.put("seq_len", state.dataShape().seqLen());
    dataset.put("vocab_size", state.dataShape().vocabSize());
    dataset.put("num_puzzle_identifiers", state.dataShape().numPuzzleIdentifiers());
    dataset.put("pad_id", state.dataShape().padId());
    dataset.put("ignore_label_id", state.dataShape().ignoreLabelId());
    dataset.put("blank_identifier_id", state.dataShape().blankIdentifierId());
    root.set("recipe", RecipeJson.format(state.recipe()));
    state.versions().forEach(root.putObject("versions")::put);
    return JSON.writeValueAsBytes(root);
  }

  static TrainingState read(Path file) throws IOException {
    JsonFields root = new JsonFields(file, "", parse(file));
    JsonNode version = root.value("format_version");
    if (!version.isInt() || version.intValue() != FORMAT_VERSION) {
      throw new InputRefusedException(
          "%s has format_version %s, this release reads %d; read it with the release that wrote it"
              .formatted(file, version, FORMAT_VERSION));
    }
    JsonFields cursor = root.object("data_cursor");
    JsonFields dataset = root.object("dataset");
    return new TrainingState(
        root.count("step"),
        root.amount("epoch"),
        new DataCursor(cursor.integer("iteration", 0), cursor.count("visit")),
        RecipeJson.parse(root.value("recipe"), file.toString()),
        new DataShape(
            dataset.integer("seq_len", 1),
            dataset.integer("vocab_size", 1),
            dataset.integer("num_puzzle_identifiers", 0),
            dataset.integer("pad_id", 0),
            dataset.integer("ignore_label_id", Integer.MIN_VALUE),
            dataset.integer("blank_identifier_id", 0)),
        dataset.text("manifest_sha256"),
        root.amount("elapsed_seconds"),
        standing(root),
        pending(root),
        versions(root));
  }

  private static JsonNode parse(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new InputRefusedException(
          "%s has %d bytes, a checkpoint's state has at most %d; %s"
              .formatted(file, Files.size(file), MAX_BYTES, Safetensors.REMEDY));
    }
    try {
      return JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      throw new InputRefusedException(
          "%s is not JSON: %s; %s".formatted(file, e.getOriginalMessage(), Safetensors.REMEDY), e);
    } catch (CharacterCodingException e) {
      throw new InputRefusedException(
          "%s is not UTF-8 text; %s".formatted(file, Safetensors.REMEDY), e);
    }
  }

  private static PendingWork pending(JsonFields root) {
    String name = root.has("pending") ? root.text("pending") : "none";
    for (PendingWork work : PendingWork.values()) {
      if (work.name().toLowerCase(Locale.ROOT).equals(name)) {
        return work;
      }
    }
    throw root.refused("pending", "evaluation or none");
  }

  private static Map<String, String> versions(JsonFields root) {
    Map<String, String> versions = new TreeMap<>();
    if (root.has("versions")) {
      JsonFields given = root.object("versions");
      for (Map.Entry<String, JsonNode> entry : given.node().properties()) {
        versions.put(entry.getKey(), given.text(entry.getKey()));
      }
    }
    return versions;
  }

  private static void score(ObjectNode node, BestScore score) {
    node.put("step", score.step());
    node.put("exact_accuracy", score.exactAccuracy());
  }

  private static Standing standing(JsonFields root) {
    if (!root.has("best")) {
      return Standing.NONE;
    }
    List<BestScore> best = new ArrayList<>();
    best.add(score(root.object("best")));
    for (JsonNode other : root.node().path("runners_up")) {
      best.add(score(new JsonFields(root.file(), "runners_up.", other)));
    }
    return new Standing(
        best,
        root.has("gain_bar") ? root.number("gain_bar") : best.get(0).exactAccuracy(),
        root.has("evaluations_without_gain") ? root.integer("evaluations_without_gain", 0) : 0);
  }

  private static BestScore score(JsonFields fields) {
    return new BestScore(fields.count("step"), fields.number("exact_accuracy"));
  }
}
