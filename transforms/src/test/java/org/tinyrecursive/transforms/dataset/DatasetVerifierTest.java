package org.tinyrecursive.transforms.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Problem.Kind;

class DatasetVerifierTest {
  private static final TokenLayout TOKENS = Shards.tokens(4, 4, 6);
  private static final String SECOND = "train/part-00001-of-00002.arrow";

  private final List<Row> rows = Row.random(3, 20, TOKENS.seqLen(), TOKENS.vocabSize());

  @TempDir Path root;
  private Path dataset;

  @BeforeEach
  void build() throws IOException {
    dataset = root.resolve("dataset");
    Shards.dataset(dataset, rows, TOKENS);
  }

  @Test
  void aSoundDatasetHasNoProblems() throws IOException {
    assertThat(DatasetVerifier.verify(dataset)).isEmpty();
  }

  /** Whichever byte of the shard it is. */
  @Test
  void aFlippedByteIsNamedWithBothHashes() throws IOException {
    Path shard = dataset.resolve(Shards.FILE);
    byte[] sound = Files.readAllBytes(shard);
    for (int at = 0; at < sound.length; at += 97) {
      byte[] bytes = sound.clone();
      bytes[at] ^= 0x10;
      Files.write(shard, bytes);
      assertThat(DatasetVerifier.verify(dataset))
          .containsExactly(
              new Problem(
                  Kind.BYTES,
                  Shards.FILE,
                  "its bytes were changed: sha256 is %s, expected %s"
                      .formatted(Sha256.of(bytes), Sha256.of(sound))));
    }
  }

  @Test
  void aShortenedShardIsNamedWithBothSizes() throws IOException {
    Path shard = dataset.resolve(Shards.FILE);
    byte[] sound = Files.readAllBytes(shard);
    Files.write(shard, Arrays.copyOf(sound, 100));
    assertProblem(Kind.BYTES, Shards.FILE, "has 100 bytes, expected " + sound.length);
  }

  @Test
  void aMissingShardIsNamed() throws IOException {
    Files.delete(dataset.resolve(Shards.FILE));
    assertProblem(Kind.MISSING, Shards.FILE, "the manifest lists it, but it is not there");
  }

  @Test
  void anExtraFileIsNamed() throws IOException {
    Files.copy(dataset.resolve(Shards.FILE), dataset.resolve(SECOND));
    assertProblem(Kind.EXTRA, SECOND, "the manifest does not list it");
  }

  @Test
  void rejectsThatTheManifestDoesNotCountAreNamed() throws IOException {
    Files.createDirectory(dataset.resolve("rejects"));
    Files.writeString(dataset.resolve("rejects/part-00000.jsonl"), "{}\n{}\n");
    assertProblem(Kind.COUNT, "rejects", "holds 2 records, expected 0 as the manifest says");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"rows\" : 160,', '\"rows\" : 161,', holds 160 rows, train/part-00000-of-00001.arrow",
    "'\"groups\" : 20,', '\"groups\" : 21,', holds 20 groups, train/part-00000-of-00001.arrow",
    "'\"total_groups\" : 20', '\"total_groups\" : 2', total_groups is 2, dataset.json",
    "'\"mean_puzzle_examples\" : ', '\"mean_puzzle_examples\" : 1', puzzle_examples is, dataset.json",
    "'\"format_version\" : 1', '\"format_version\" : 9', format_version is 9, dataset.json",
    "'\"compression\" : \"zstd\"', '\"compression\" : \"none\"', compression is zstd, train/part-00000-of-00001.arrow",
  })
  void aManifestThatDisagreesWithTheShardsIsNamed(
      String from, String to, String detail, String file) throws IOException {
    Path manifest = dataset.resolve(DatasetManifest.FILE_NAME);
    String text = Files.readString(manifest);
    assertThat(text).contains(from);
    Files.writeString(manifest, text.replace(from, to));
    assertThat(DatasetVerifier.verify(dataset))
        .anySatisfy(
            problem -> {
              assertThat(problem.file()).isEqualTo(file);
              assertThat(problem.detail()).contains(detail);
            });
  }

  @Test
  void aTokenOutsideTheVocabularyIsNamed() throws IOException {
    rows.get(30).labels()[7] = (byte) 200;
    rows.get(80).inputs()[0] = 6;
    rebuild(rows);
    assertProblem(
        Kind.RANGE, Shards.FILE, "row 30: labels[7] is 200, allowed: 0 to 5 (and 1 more)");
  }

  @Test
  void anIdentifierOutsideTheTableIsNamed() throws IOException {
    rebuild(List.of(new Row(0, 0, 7, 0, new byte[16], new byte[16])));
    assertProblem(Kind.RANGE, Shards.FILE, "row 0: puzzle_identifier is 7, allowed: 0 to 6");
  }

  @Test
  void shardsInTheWrongOrderAreNamed() throws IOException {
    List<ShardEntry> shards = new ArrayList<>();
    shards.add(write("train/part-00000-of-00002.arrow", rows.subList(60, rows.size())));
    shards.add(write(SECOND, rows.subList(0, 60)));
    Files.delete(dataset.resolve(Shards.FILE));
    describe(shards);
    assertThat(DatasetVerifier.verify(dataset))
        .anySatisfy(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Kind.ORDER);
              assertThat(problem.file()).isEqualTo(SECOND);
              assertThat(problem.detail()).startsWith("row 0: group_id 0 after 19");
            });
    assertThatThrownBy(() -> Dataset.open(dataset))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("group_id 0 after 19");
  }

  @Test
  void aShardOfOtherColumnsIsNamedWithThem() throws IOException {
    List<Row> narrow = Row.random(3, 5, 9, 6);
    byte[] bytes = Shards.bytes(narrow, 9, Compression.ZSTD, 8);
    Files.write(dataset.resolve(Shards.FILE), bytes);
    describe(
        List.of(new ShardEntry(Shards.FILE, narrow.size(), 5, 5, bytes.length, Sha256.of(bytes))));
    assertThat(DatasetVerifier.verify(dataset))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.kind()).isEqualTo(Kind.LAYOUT);
              assertThat(problem.detail())
                  .contains("inputs list of 9 (item uint8)", "inputs list of 16 (item uint8)");
            });
  }

  @Test
  void aDirectoryWithoutManifestIsNotVerified() throws IOException {
    Files.delete(dataset.resolve(DatasetManifest.FILE_NAME));
    assertThatThrownBy(() -> DatasetVerifier.verify(dataset))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("is not a dataset");
  }

  private void assertProblem(Kind kind, String file, String detail) throws IOException {
    assertThat(DatasetVerifier.verify(dataset)).containsExactly(new Problem(kind, file, detail));
  }

  private void rebuild(List<Row> changed) throws IOException {
    describe(List.of(write(Shards.FILE, changed)));
  }

  private ShardEntry write(String file, List<Row> part) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ShardEntry entry = Shards.write(part, TOKENS.seqLen(), Compression.ZSTD, 8, bytes);
    Files.write(dataset.resolve(file), bytes.toByteArray());
    return new ShardEntry(
        file, entry.rows(), entry.groups(), entry.puzzles(), entry.bytes(), entry.sha256());
  }

  private void describe(List<ShardEntry> shards) throws IOException {
    byte[] json = Shards.manifest(TOKENS, Map.of("train", SplitManifest.of(shards))).toJson();
    Files.writeString(
        dataset.resolve(DatasetManifest.FILE_NAME), new String(json, StandardCharsets.UTF_8));
  }
}
