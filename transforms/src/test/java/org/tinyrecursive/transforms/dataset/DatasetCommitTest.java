package org.tinyrecursive.transforms.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.transforms.InputRefusedException;

class DatasetCommitTest {
  private static final TokenLayout TOKENS = Shards.tokens(4, 4, 6);

  private final List<Row> rows = Row.random(1, 5, TOKENS.seqLen(), TOKENS.vocabSize());

  @TempDir Path root;

  @Test
  void aPublishedDatasetIsWholeAndAlone() throws IOException {
    Path target = root.resolve("a/b/dataset");
    try (DatasetCommit commit = DatasetCommit.begin(target)) {
      DatasetManifest manifest = Shards.fill(commit.staging(), rows, TOKENS);
      Files.createDirectories(commit.staging().resolve("rejects"));
      Files.writeString(commit.staging().resolve("rejects/part-00000.jsonl"), "{}\n");
      assertThat(target).doesNotExist();
      commit.publish(manifest);
    }
    assertThat(names(target.getParent())).containsExactly("dataset");
    assertThat(tree(target))
        .containsExactly("README.md", "dataset.json", "rejects/part-00000.jsonl", Shards.FILE);
    assertThat(Dataset.open(target).split("train").exampleCount()).isEqualTo(rows.size());
  }

  @Test
  void whatDeadAttemptsLeftIsSwept() throws IOException {
    Path target = root.resolve("dataset");
    try (DatasetCommit commit = DatasetCommit.begin(target)) {
      DatasetManifest manifest = Shards.fill(commit.staging(), rows, TOKENS);
      Files.writeString(commit.staging().resolve("train/.part-00000.arrow.tmp"), "half");
      Files.writeString(commit.staging().resolve("train/part-00000-of-00002.arrow"), "other");
      commit.publish(manifest);
    }
    assertThat(tree(target)).containsExactly("README.md", "dataset.json", Shards.FILE);
  }

  @Test
  void aFailedBuildLeavesNothing() throws IOException {
    try (DatasetCommit commit = DatasetCommit.begin(root.resolve("a/b/dataset"))) {
      Shards.fill(commit.staging(), rows, TOKENS);
    }
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void whatAStepStillWritesAfterAFailureGoesToo() throws Exception {
    AtomicInteger written = new AtomicInteger();
    Thread straggler;
    try (DatasetCommit commit = DatasetCommit.begin(root.resolve("dataset"))) {
      Path folder = Files.createDirectory(commit.staging().resolve("train"));
      straggler =
          new Thread(
              () -> {
                while (written.get() < 2000 && Files.exists(folder)) {
                  Path file = folder.resolve("part-" + written.getAndIncrement());
                  try {
                    Files.writeString(file, "late");
                  } catch (IOException gone) {
                    return;
                  }
                }
              });
      straggler.start();
      while (written.get() < 100) {
        Thread.onSpinWait();
      }
    }
    straggler.join();
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void aShardThatIsNotThereIsNotPublished() throws IOException {
    Path target = root.resolve("dataset");
    try (DatasetCommit commit = DatasetCommit.begin(target)) {
      DatasetManifest manifest = Shards.fill(commit.staging(), rows, TOKENS);
      Files.writeString(commit.staging().resolve(Shards.FILE), "cut");
      assertThatThrownBy(() -> commit.publish(manifest))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("was not written whole");
    }
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void anOccupiedPlaceIsRefusedAndKept() throws IOException {
    Path occupied = Files.createDirectory(root.resolve("occupied"));
    Files.writeString(occupied.resolve("thesis.txt"), "years of work");
    assertRefused(occupied, "exists and is not empty; remove it");
    assertRefused(occupied.resolve("thesis.txt"), "is a file");
    Path dataset = root.resolve("dataset");
    Shards.dataset(dataset, rows, TOKENS);
    assertRefused(dataset, "(it holds a dataset)");
    assertThat(names(root)).containsExactly("dataset", "occupied");
    assertThat(occupied.resolve("thesis.txt")).hasContent("years of work");
  }

  private static void assertRefused(Path target, String message) {
    assertThatThrownBy(() -> DatasetCommit.begin(target))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining(message);
  }

  @Test
  void anEmptyDirectoryIsReplaced() throws IOException {
    Path target = Files.createDirectory(root.resolve("dataset"));
    Shards.dataset(target, rows, TOKENS);
    assertThat(tree(target)).contains("dataset.json");
  }

  @Test
  void ofTwoBuildersTheFirstToFinishWins() throws IOException {
    Path target = root.resolve("dataset");
    try (DatasetCommit first = DatasetCommit.begin(target);
        DatasetCommit second = DatasetCommit.begin(target)) {
      DatasetManifest manifest = Shards.fill(first.staging(), rows, TOKENS);
      assertThat(Shards.fill(second.staging(), rows, TOKENS)).isEqualTo(manifest);
      second.publish(manifest);
      assertThatThrownBy(() -> first.publish(manifest))
          .isInstanceOf(InputRefusedException.class)
          .hasMessageContaining("another build has put a dataset at");
    }
    assertThat(names(root)).containsExactly("dataset");
  }

  @Test
  void whatAKilledBuildLeftIsSweptByTheNextBuild() throws Exception {
    Path target = root.resolve("dataset");
    Process builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HangingBuild.class.getName(),
                target.toString())
            .redirectErrorStream(true)
            .start();
    try {
      assertThat(builder.inputReader().readLine()).isEqualTo("building");
      assertThat(names(root)).hasSize(1);
      Shards.dataset(root.resolve("dataset"), rows, TOKENS);
      assertThat(names(root)).as("a running build is left alone").hasSize(2);
    } finally {
      builder.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
    assertThatThrownBy(() -> DatasetCommit.begin(target)).isInstanceOf(InputRefusedException.class);
    try (Stream<Path> files = Files.walk(target)) {
      for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
    Shards.dataset(target, rows, TOKENS);
    assertThat(names(root)).containsExactly("dataset");
  }

  /** A build that another process kills. */
  static final class HangingBuild {
    private HangingBuild() {}

    public static void main(String[] args) throws Exception {
      DatasetCommit commit = DatasetCommit.begin(Path.of(args[0]));
      Files.writeString(commit.staging().resolve("half"), "half");
      System.out.println("building");
      Thread.sleep(TimeUnit.MINUTES.toMillis(1));
    }
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> tree(Path directory) throws IOException {
    try (Stream<Path> entries = Files.walk(directory)) {
      return entries
          .filter(Files::isRegularFile)
          .map(path -> directory.relativize(path).toString())
          .sorted()
          .toList();
    }
  }
}
