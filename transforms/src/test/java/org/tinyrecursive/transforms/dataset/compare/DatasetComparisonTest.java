package org.tinyrecursive.transforms.dataset.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.ShardEntry;
import org.tinyrecursive.transforms.dataset.ShardWriter;
import org.tinyrecursive.transforms.dataset.SourceEntry;
import org.tinyrecursive.transforms.dataset.SplitManifest;
import org.tinyrecursive.transforms.dataset.TokenLayout;

class DatasetComparisonTest {
  private static final String A = "1111";
  private static final String B = "1222";
  private static final String C = "1333";

  @TempDir private Path folder;
  private int made;

  @Test
  void aDatasetIsTheSameAsItself() throws IOException {
    Dataset dataset = dataset(Map.of("train", List.of(A, B), "test", List.of(C)), 42, "x.csv");
    DatasetComparison found = DatasetComparison.of(dataset, dataset);
    assertThat(found.same()).isTrue();
    assertThat(found.settings()).isEmpty();
    assertThat(found.sources()).isEmpty();
    assertThat(found.notCompared()).isEmpty();
    assertThat(found.splits().values()).hasSize(2).allMatch(SplitComparison::isSame);
  }

  @Test
  void settingsAndSourcesThatDifferAreNamedWithBothValues() throws IOException {
    Dataset first = dataset(Map.of("train", List.of(A)), 42, "x.csv");
    Dataset second = dataset(Map.of("train", List.of(A)), 7, "y.csv");
    DatasetComparison found = DatasetComparison.of(first, second);
    assertThat(found.same()).isFalse();
    assertThat(found.settings())
        .containsExactly(
            new Difference("seed", "42", "7"),
            new Difference("recipe.x.csv", "yes", ""),
            new Difference("recipe.y.csv", "", "yes"));
    assertThat(found.sources()).extracting(Difference::what).containsExactly("x.csv", "y.csv");
    assertThat(found.splits().get("train").isSame()).isTrue();
  }

  @Test
  void aSplitThatOneOfThemHasIsNotCompared() throws IOException {
    Dataset first = dataset(Map.of("train", List.of(A), "test", List.of(B, C)), 1, "x");
    Dataset second = dataset(Map.of("train", List.of(A)), 1, "x");
    assertThat(DatasetComparison.of(first, second).notCompared())
        .containsExactly(new Difference("test", "2 examples of 4 tokens", ""));
    assertThat(DatasetComparison.of(second, first).notCompared())
        .containsExactly(new Difference("test", "", "2 examples of 4 tokens"));
  }

  @Test
  void rowsOfAnotherLengthAreNotCompared() throws IOException {
    Dataset first = dataset(Map.of("train", List.of(A)), 1, "x");
    Dataset second = dataset(Map.of("train", List.of("111111111")), 1, "x");
    DatasetComparison found = DatasetComparison.of(first, second);
    assertThat(found.splits()).isEmpty();
    assertThat(found.notCompared())
        .containsExactly(
            new Difference("train", "1 examples of 4 tokens", "1 examples of 9 tokens"));
  }

  @Test
  void puzzlesAreSharedWhereverTheyStand() throws IOException {
    SplitComparison found = compare(List.of(A, B, C), List.of(C, A, B));
    assertThat(found.isSame()).isFalse();
    assertThat(found.sharedPuzzles()).isEqualTo(3);
    assertThat(found.onlyFirst()).isEmpty();
    assertThat(found.onlySecond()).isEmpty();
    assertThat(found.differingExamples()).isEqualTo(3);
  }

  @Test
  void theFirstTokenThatDiffersIsToldWithItsPlace() throws IOException {
    SplitComparison found = compare(List.of(A, B, C), List.of(A, "1232", C));
    assertThat(found.firstDifference())
        .contains("example 1 (puzzle 1): inputs token 2 is 2, in the second 3");
    assertThat(found.differingExamples()).isEqualTo(1);
    assertThat(found.differingTokens()).as("of inputs and labels").isEqualTo(2);
    assertThat(found.onlyFirst()).containsExactly(1);
    assertThat(found.onlySecond()).containsExactly(1);
  }

  /** One of two equal puzzles that the other has once is a puzzle that the other does not have. */
  @Test
  void aPuzzleThatIsThereTwiceCountsAsTwo() throws IOException {
    SplitComparison found = compare(List.of(A, A, B), List.of(A, B, B));
    assertThat(found.sharedPuzzles()).isEqualTo(2);
    assertThat(found.onlyFirst()).containsExactly(1);
    assertThat(found.onlySecond()).containsExactly(2);
  }

  @Test
  void ofManyThatDifferTheFirstAreNamed() throws IOException {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      many.add("1" + (char) ('1' + i / 5) + (char) ('1' + i % 5) + "3");
    }
    SplitComparison found = compare(many, List.of(B));
    assertThat(found.onlyFirst()).hasSize(SplitComparison.NAMED).startsWith(0, 1, 2);
    assertThat(found.examples()).isEqualTo(new SplitComparison.Pair(14, 1));
  }

  @Test
  void theOtherWayRoundTheSidesAreSwapped() throws IOException {
    List<String> shuffled = new ArrayList<>(List.of(A, B, B, C, "1444"));
    Collections.reverse(shuffled);
    SplitComparison there = compare(List.of(A, B, C), shuffled);
    SplitComparison back = compare(shuffled, List.of(A, B, C));
    assertThat(back.sharedPuzzles()).isEqualTo(there.sharedPuzzles()).isEqualTo(3);
    assertThat(back.onlyFirst()).isEqualTo(there.onlySecond());
    assertThat(back.onlySecond()).isEqualTo(there.onlyFirst());
    assertThat(back.differingTokens()).isEqualTo(there.differingTokens());
  }

  private SplitComparison compare(List<String> first, List<String> second) throws IOException {
    return DatasetComparison.of(
            dataset(Map.of("train", first), 1, "x"), dataset(Map.of("train", second), 1, "x"))
        .splits()
        .get("train");
  }

  /** One puzzle of one example for every text, whose labels are the digits turned round. */
  private Dataset dataset(Map<String, List<String>> splits, long seed, String source)
      throws IOException {
    Path directory = Files.createDirectory(folder.resolve("d" + made++));
    Map<String, SplitManifest> written = new TreeMap<>();
    int length = 0;
    for (Map.Entry<String, List<String>> split : splits.entrySet()) {
      String file = split.getKey() + "/part-00000-of-00001.arrow";
      Files.createDirectory(directory.resolve(split.getKey()));
      length = split.getValue().get(0).length();
      written.put(
          split.getKey(),
          SplitManifest.of(List.of(shard(directory.resolve(file), file, split.getValue()))));
    }
    int side = (int) Math.sqrt(length);
    DatasetManifest manifest =
        new DatasetManifest(
            "sudoku",
            new TokenLayout(side, side, 8, 0, OptionalInt.of(0), 0, 1),
            Compression.ZSTD,
            seed,
            new TreeMap<>(Map.of(source, "yes")),
            List.of(new SourceEntry(source, 12, "0".repeat(64))),
            0,
            new TreeMap<>(written));
    Files.write(directory.resolve(DatasetManifest.FILE_NAME), manifest.toJson());
    return Dataset.open(directory);
  }

  private static ShardEntry shard(Path path, String file, List<String> puzzles) throws IOException {
    try (FileChannel channel =
            FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        ShardWriter writer =
            new ShardWriter(channel, puzzles.get(0).length(), Compression.ZSTD, 8)) {
      for (int i = 0; i < puzzles.size(); i++) {
        writer.append(
            i,
            i,
            0,
            0,
            tokens(puzzles.get(i)),
            tokens(new StringBuilder(puzzles.get(i)).reverse().toString()));
      }
      return writer.finish(file);
    }
  }

  private static byte[] tokens(String digits) {
    byte[] tokens = new byte[digits.length()];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = (byte) (digits.charAt(i) - '0');
    }
    return tokens;
  }
}
