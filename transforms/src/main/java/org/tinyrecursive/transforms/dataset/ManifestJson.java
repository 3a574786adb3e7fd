package org.tinyrecursive.transforms.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.tinyrecursive.transforms.InputRefusedException;

/** The manifest as JSON: fields in a fixed order, two-space indents, line feeds, UTF-8. */
final class ManifestJson {
  /** What the manifest of a dataset of RNA structures has as its format. */
  private static final String OF_STRUCTURES = "rna";

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String PUBLISHED_SET = "all";

  private ManifestJson() {}

  static byte[] format(DatasetManifest manifest) {
    ObjectNode root = MAPPER.createObjectNode();
    TokenLayout tokens = manifest.tokens();
    root.put("format_version", DatasetManifest.FORMAT_VERSION);
    root.put("task", manifest.task());
    root.put("grid_rows", tokens.gridRows());
    root.put("grid_columns", tokens.gridColumns());
    root.put("seq_len", tokens.seqLen());
    root.put("vocab_size", tokens.vocabSize());
    root.put("pad_id", tokens.padId());
    if (tokens.ignoreLabelId().isPresent()) {
      root.put("ignore_label_id", tokens.ignoreLabelId().getAsInt());
    } else {
      root.putNull("ignore_label_id");
    }
    root.put("blank_identifier_id", tokens.blankIdentifierId());
    root.put("num_puzzle_identifiers", tokens.numPuzzleIdentifiers());
    root.putArray("sets").add(PUBLISHED_SET);
    root.put("compression", manifest.compression().label());
    root.put("seed", manifest.seed());
    root.set("recipe", MAPPER.valueToTree(manifest.recipe()));
    ArrayNode sources = root.putArray("sources");
    for (SourceEntry source : manifest.sources()) {
      sources
          .addObject()
          .put("name", source.name())
          .put("bytes", source.bytes())
          .put("sha256", source.sha256());
    }
    root.put("rejects", manifest.rejects());
    ObjectNode splits = root.putObject("splits");
    manifest.splits().forEach((name, split) -> formatSplit(splits.putObject(name), split));
    try {
      String text = MAPPER.writer(printer()).writeValueAsString(root) + "\n";
      return text.getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can always be written", e);
    }
  }

  private static void formatSplit(ObjectNode node, SplitManifest split) {
    node.put("total_groups", split.totalGroups());
    node.put("total_puzzles", split.totalPuzzles());
    node.put("total_examples", split.totalExamples());
    node.put("mean_puzzle_examples", split.meanPuzzleExamples());
    ArrayNode shards = node.putArray("shards");
    for (ShardEntry shard : split.shards()) {
      shards
          .addObject()
          .put("file", shard.file())
          .put("rows", shard.rows())
          .put("groups", shard.groups())
          .put("puzzles", shard.puzzles())
          .put("bytes", shard.bytes())
          .put("sha256", shard.sha256());
    }
  }

  static DatasetManifest parse(byte[] json, String where) {
    try {
      return parse(JsonFields.parse(json, where));
    } catch (IllegalArgumentException e) {
      throw new InputRefusedException(where + ": " + e.getMessage(), e);
    }
  }

  private static DatasetManifest parse(JsonFields root) {
    String where = root.where();
    if (root.has("format", OF_STRUCTURES)) {
      throw new InputRefusedException(
          "%s: format is %s, expected a dataset of puzzles; of RNA structures `trm dataset inspect`, `verify` and `view` read those on this machine"
              .formatted(where, OF_STRUCTURES));
    }
    long version = root.integer("format_version", 0, Integer.MAX_VALUE);
    if (version != DatasetManifest.FORMAT_VERSION) {
      throw new InputRefusedException(
          "%s: format_version is %d, this release reads %d; use the release that wrote it or build the dataset again"
              .formatted(where, version, DatasetManifest.FORMAT_VERSION));
    }
    TokenLayout tokens = parseTokens(root);
    int seqLen = root.int32("seq_len");
    if (seqLen != tokens.seqLen()) {
      throw new InputRefusedException(
          "%s: seq_len is %d, expected grid_rows × grid_columns = %d"
              .formatted(where, seqLen, tokens.seqLen()));
    }
    TreeMap<String, SplitManifest> splits = new TreeMap<>();
    JsonFields all = root.object("splits");
    all.names().forEach(name -> splits.put(name, parseSplit(all.object(name))));
    return new DatasetManifest(
        root.text("task"),
        tokens,
        Compression.parse(root.text("compression")),
        root.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE),
        root.object("recipe").values(),
        root.objects("sources").stream().map(ManifestJson::parseSource).toList(),
        root.count("rejects"),
        splits);
  }

  private static TokenLayout parseTokens(JsonFields root) {
    return new TokenLayout(
        root.int32("grid_rows"),
        root.int32("grid_columns"),
        root.int32("vocab_size"),
        root.int32("pad_id"),
        root.isNull("ignore_label_id")
            ? OptionalInt.empty()
            : OptionalInt.of(root.int32("ignore_label_id")),
        root.int32("blank_identifier_id"),
        root.int32("num_puzzle_identifiers"));
  }

  private static SourceEntry parseSource(JsonFields source) {
    return new SourceEntry(source.text("name"), source.count("bytes"), source.text("sha256"));
  }

  private static SplitManifest parseSplit(JsonFields split) {
    List<ShardEntry> shards =
        split.objects("shards").stream()
            .map(
                shard ->
                    new ShardEntry(
                        shard.text("file"),
                        shard.count("rows"),
                        shard.count("groups"),
                        shard.count("puzzles"),
                        shard.count("bytes"),
                        shard.text("sha256")))
            .toList();
    return new SplitManifest(
        split.count("total_groups"),
        split.count("total_puzzles"),
        split.count("total_examples"),
        split.number("mean_puzzle_examples"),
        shards);
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
  }
}
