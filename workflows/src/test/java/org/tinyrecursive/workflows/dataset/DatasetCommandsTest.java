package org.tinyrecursive.workflows.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.dataset.DatasetCommit;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.ShardEntry;
import org.tinyrecursive.transforms.dataset.ShardWriter;
import org.tinyrecursive.transforms.dataset.SourceEntry;
import org.tinyrecursive.transforms.dataset.SplitManifest;
import org.tinyrecursive.transforms.dataset.TokenLayout;
import org.tinyrecursive.transforms.sudoku.SudokuGrid;
import org.tinyrecursive.workflows.cli.CommandEntry;
import org.tinyrecursive.workflows.cli.CommandTree;
import org.tinyrecursive.workflows.cli.ExitCode;

class DatasetCommandsTest {
  private static final String SHARD = ShardEntry.fileName("train", 0, 1);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path root;
  private Path dataset;

  @BeforeEach
  void build() throws IOException {
    dataset = root.resolve("mini");
    try (DatasetCommit commit = DatasetCommit.begin(dataset)) {
      Path file = commit.staging().resolve(SHARD);
      Files.createDirectories(file.getParent());
      ShardEntry shard;
      try (ShardWriter writer =
          new ShardWriter(
              FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              16,
              Compression.ZSTD,
              ShardWriter.defaultRowsPerBatch(16))) {
        byte[] question = SudokuGrid.parse("1.3.3.1.2143432.").toTokens();
        byte[] answer = SudokuGrid.parse("1234341221434321").toTokens();
        for (int puzzle = 0; puzzle < 5; puzzle++) {
          writer.append(puzzle, puzzle, 0, 0, question, answer);
        }
        shard = writer.finish(SHARD);
      }
      commit.publish(
          new DatasetManifest(
              "sudoku",
              new TokenLayout(4, 4, 6, 0, OptionalInt.of(0), 0, 1),
              Compression.ZSTD,
              7,
              Map.of("num_aug", 0),
              List.of(new SourceEntry("train.csv", 400, "ab".repeat(32))),
              0,
              new TreeMap<>(Map.of("train", SplitManifest.of(List.of(shard))))));
    }
  }

  private int run(String... args) {
    List<CommandEntry> entries =
        List.of(
            CommandEntry.of("inspect", "what is in it", () -> new DatasetInspectCommand()),
            CommandEntry.of("verify", "is it sound", () -> new DatasetVerifyCommand()),
            CommandEntry.of("view", "draw it", () -> new DatasetViewCommand()),
            CommandEntry.of("export", "another layout", () -> new DatasetExportCommand()));
    return new CommandTree("dataset", "Test.", List.of(), entries)
        .run(new PrintWriter(out), new PrintWriter(err), args);
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out.toString());
  }

  @Test
  void inspectSaysWhatHowManyAndFromWhat() {
    assertThat(run("inspect", dataset.toString())).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains("sudoku, 4×4, 6 token values", "train.csv, 400 B, sha256 abab", "num_aug")
        .containsPattern("train +5 +5 +5 +1 +[0-9.]+ k?B");
  }

  @Test
  void inspectGivesTheSameAsJson() throws IOException {
    assertThat(run("inspect", dataset.toString(), "--format", "json")).isEqualTo(ExitCode.DONE);
    assertThat(json().at("/splits/train/examples").asInt()).isEqualTo(5);
    assertThat(json().at("/vocab_size").asInt()).isEqualTo(6);
    assertThat(json().at("/recipe/num_aug").asInt()).isZero();
    assertThat(json().at("/manifest_sha256").asText()).isEqualTo(loadedManifest().sha256());
  }

  private DatasetManifest loadedManifest() throws IOException {
    return DatasetManifest.load(dataset);
  }

  @Test
  void verifyIsContentWithASoundDataset() {
    assertThat(run("verify", dataset.toString())).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("is sound");
  }

  @Test
  void verifyNamesTheDamageAndFails() throws IOException {
    byte[] shard = Files.readAllBytes(dataset.resolve(SHARD));
    shard[shard.length / 2] ^= 1;
    Files.write(dataset.resolve(SHARD), shard);
    Files.writeString(dataset.resolve("train/notes.txt"), "");
    assertThat(run("verify", dataset.toString())).isEqualTo(ExitCode.FAILED);
    assertThat(out.toString())
        .contains(SHARD + ": its bytes were changed: sha256 is ")
        .contains("train/notes.txt: the manifest does not list it")
        .contains("2 problems");
  }

  @Test
  void verifyGivesTheProblemsAsJson() throws IOException {
    Files.delete(dataset.resolve(SHARD));
    assertThat(run("verify", dataset.toString(), "--format=json")).isEqualTo(ExitCode.FAILED);
    assertThat(json().at("/sound").asBoolean(true)).isFalse();
    assertThat(json().at("/problems/0/kind").asText()).isEqualTo("missing");
    assertThat(json().at("/problems/0/file").asText()).isEqualTo(SHARD);
  }

  @Test
  void whatIsNoDatasetIsRefused() {
    for (String command : List.of("inspect", "verify", "view")) {
      assertThat(run(command, root.toString())).isEqualTo(ExitCode.INPUT_REFUSED);
    }
    assertThat(err.toString()).contains("is not a dataset: it has no dataset.json");
  }

  @Test
  void viewDrawsPuzzles() {
    assertThat(run("view", dataset.toString(), "--count", "2")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains("train · puzzle 0 ", "train · puzzle 2 ", "│ 1 · │ 3 · │    │ 1 2 │ 3 4 │")
        .doesNotContain("\u001b");
  }

  @Test
  void viewDrawsOnePuzzleInColourWhereAsked() {
    assertThat(run("view", dataset.toString(), "--id=4", "--color=always"))
        .isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("puzzle 4", "\u001b[36m2\u001b[0m");
  }

  @Test
  void viewWritesAPage() throws IOException {
    Path page = root.resolve("page.html");
    assertThat(run("view", dataset.toString(), "--html", page.toString())).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("5 examples are drawn in " + page);
    assertThat(page).content().contains("<title>mini</title>", "puzzle 4");
  }

  @Test
  void viewRefusesWhatItCannotShow() {
    assertThat(run("view", dataset.toString(), "--id", "9")).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(run("view", dataset.toString(), "--split", "dev")).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(run("view", dataset.toString(), "--html", root.toString()))
        .isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(run("view", dataset.toString(), "--count", "0")).isEqualTo(ExitCode.USAGE);
    assertThat(run("view", dataset.toString(), "--id", "1", "--count", "2"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains("has no puzzle 9, its ids go from 0 to 4")
        .contains("has no split \"dev\", it has: train")
        .contains("is a directory; name a file")
        .contains("--count is 0, allowed: 1 and above")
        .contains("--id and --count exclude each other");
  }

  @Test
  void exportSaysWhatItWrote() {
    Path table = root.resolve("table");
    assertThat(
            run("export", dataset.toString(), "--format=parquet", "--output-dir", table.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("Wrote 5 examples of train to " + table + " as parquet");
    assertThat(table.resolve("train.parquet")).isRegularFile();
  }

  @Test
  void exportGivesItsResultAsJson() throws IOException {
    Path lines = root.resolve("lines");
    assertThat(
            run(
                "export",
                dataset.toString(),
                "--format=jsonl",
                "--result=json",
                "--output-dir",
                lines.toString()))
        .isEqualTo(ExitCode.DONE);
    assertThat(json().at("/format").asText()).isEqualTo("jsonl");
    assertThat(json().at("/output_dir").asText()).isEqualTo(lines.toString());
    assertThat(json().at("/examples/train").asInt()).isEqualTo(5);
    assertThat(json().at("/bytes").asLong()).isEqualTo(Files.size(lines.resolve("train.jsonl")));
  }
}
