package org.tinyrecursive.transforms.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Shards and datasets for tests. */
final class Shards {
  static final String FILE = "train/part-00000-of-00001.arrow";

  private Shards() {}

  static byte[] bytes(List<Row> rows, int seqLen, Compression compression, int rowsPerBatch) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(rows, seqLen, compression, rowsPerBatch, bytes);
    return bytes.toByteArray();
  }

  static ShardEntry write(
      List<Row> rows,
      int seqLen,
      Compression compression,
      int rowsPerBatch,
      ByteArrayOutputStream bytes) {
    try (ShardWriter writer =
        new ShardWriter(Channels.newChannel(bytes), seqLen, compression, rowsPerBatch)) {
      for (Row row : rows) {
        writer.append(
            row.group(), row.puzzle(), row.identifier(), row.example(), row.inputs(), row.labels());
      }
      return writer.finish(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A dataset of one train shard in a directory that is absent or empty. */
  static DatasetManifest dataset(Path directory, List<Row> rows, TokenLayout tokens)
      throws IOException {
    try (DatasetCommit commit = DatasetCommit.begin(directory)) {
      DatasetManifest manifest = fill(commit.staging(), rows, tokens);
      commit.publish(manifest);
      return manifest;
    }
  }

  /** Writes the shard only. */
  static DatasetManifest fill(Path directory, List<Row> rows, TokenLayout tokens)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ShardEntry shard = write(rows, tokens.seqLen(), Compression.ZSTD, 8, bytes);
    Files.createDirectories(directory.resolve("train"));
    Files.write(directory.resolve(FILE), bytes.toByteArray());
    return manifest(tokens, Map.of("train", SplitManifest.of(List.of(shard))));
  }

  static TokenLayout tokens(int gridRows, int gridColumns, int vocabSize) {
    return new TokenLayout(gridRows, gridColumns, vocabSize, 0, OptionalInt.of(0), 0, 7);
  }

  static DatasetManifest manifest(TokenLayout tokens, Map<String, SplitManifest> splits) {
    Map<String, Object> recipe = new TreeMap<>();
    recipe.put("aug", true);
    recipe.put("num_aug", 3);
    recipe.put("subsets", List.of("a", "b"));
    return new DatasetManifest(
        "sudoku",
        tokens,
        Compression.ZSTD,
        42,
        recipe,
        List.of(new SourceEntry("train.csv", 12, Sha256.of(new byte[12]))),
        0,
        new TreeMap<>(splits));
  }
}
