package org.tinyrecursive.modeltf.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
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

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

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
    JsonNode root;
    try {
      root = JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new InputRefusedException(
          "%s is not JSON: %s".formatted(file, e.getOriginalMessage()), e);
    }
    int version = root.path("format_version").asInt();
    if (version != FORMAT_VERSION) {
      throw new InputRefusedException(
          "%s has format_version %s, this release reads %d"
              .formatted(file, root.path("format_version"), FORMAT_VERSION));
    }
    JsonNode dataset = require(file, root, "dataset");
    JsonNode cursor = require(file, root, "data_cursor");
    Map<String, String> versions = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : root.path("versions").properties()) {
      versions.put(entry.getKey(), entry.getValue().asText());
    }
    return new TrainingState(
        require(file, root, "step").asLong(),
        require(file, root, "epoch").asDouble(),
        new DataCursor(
            require(file, cursor, "iteration").asInt(), require(file, cursor, "visit").asLong()),
        RecipeJson.parse(require(file, root, "recipe"), file.toString()),
        new DataShape(
            require(file, dataset, "seq_len").asInt(),
            require(file, dataset, "vocab_size").asInt(),
            require(file, dataset, "num_puzzle_identifiers").asInt(),
            require(file, dataset, "pad_id").asInt(),
            require(file, dataset, "ignore_label_id").asInt(),
            require(file, dataset, "blank_identifier_id").asInt()),
        require(file, dataset, "manifest_sha256").asText(),
        require(file, root, "elapsed_seconds").asDouble(),
        standing(file, root),
        root.path("pending").asText().equals("evaluation")
            ? PendingWork.EVALUATION
            : PendingWork.NONE,
        versions);
  }

  private static void score(ObjectNode node, BestScore score) {
    node.put("step", score.step());
    node.put("exact_accuracy", score.exactAccuracy());
  }

  private static Standing standing(Path file, JsonNode root) {
    if (!root.has("best")) {
      return Standing.NONE;
    }
    List<BestScore> best = new ArrayList<>();
    best.add(score(file, root.get("best")));
    for (JsonNode other : root.path("runners_up")) {
      best.add(score(file, other));
    }
    return new Standing(
        best,
        root.path("gain_bar").asDouble(best.get(0).exactAccuracy()),
        root.path("evaluations_without_gain").asInt());
  }

  private static BestScore score(Path file, JsonNode node) {
    return new BestScore(
        require(file, node, "step").asLong(), require(file, node, "exact_accuracy").asDouble());
  }

  private static JsonNode require(Path file, JsonNode parent, String field) {
    JsonNode value = parent.get(field);
    if (value == null) {
      throw new InputRefusedException("%s has no field %s".formatted(file, field));
    }
    return value;
  }
}
