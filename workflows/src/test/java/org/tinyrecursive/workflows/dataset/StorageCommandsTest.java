package org.tinyrecursive.workflows.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.pipelines.storage.FakeStorage;
import org.tinyrecursive.workflows.Trm;
import org.tinyrecursive.workflows.cli.ExitCode;

/**
 * What the dataset commands do with {@code gs://}, from raw files there to an export here, as a
 * user types it; and what the commands say that cannot. Storage is on a loopback address.
 */
class StorageCommandsTest {
  @TempDir private static Path folder;
  private static FakeStorage storage;

  /** A task with raw files at {@code gs://raw} and in {@code raw}. */
  enum Task {
    ARC {
      @Override
      List<String> options(String place) {
        return List.of(
            "--input-file-prefix=" + place + "/arc/arc-sample",
            "--num-aug=3",
            "--subsets=training,evaluation",
            "--test-set-name=evaluation");
      }
    },
    MAZE {
      @Override
      List<String> options(String place) {
        return csv(place, "--aug");
      }
    },
    SUDOKU {
      @Override
      List<String> options(String place) {
        return csv(place, "--num-aug=2");
      }
    };

    /** The options of {@code trm dataset}, less the output. */
    abstract List<String> options(String place);

    List<String> csv(String place, String augmentations) {
      String raw = place + "/" + this;
      return List.of("--train=" + raw + "/train.csv", "--test=" + raw + "/test.csv", augmentations);
    }

    Object[] from(String place) {
      return options(place).toArray();
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @BeforeAll
  static void makeRawFilesAndDatasets() throws IOException {
    storage = FakeStorage.start();
    Path raw = Files.createDirectory(folder.resolve("raw"));
    trm("sample", "arc", "--count=6", "--test-count=3", "--output-dir", raw.resolve("arc"));
    trm(
        "sample",
        "maze",
        "--size=8",
        "--count=8",
        "--test-count=3",
        "--output-dir",
        raw.resolve("maze"));
    trm(
        "sample",
        "sudoku",
        "--size=4",
        "--count=8",
        "--test-count=3",
        "--output-dir",
        raw.resolve("sudoku"));
    try (Stream<Path> files = Files.walk(raw)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        storage.put("raw", raw.relativize(file).toString(), file);
      }
    }
    for (Task task : Task.values()) {
      gs("dataset", task, task.from("gs://raw"), "--output-dir", there(task)).requireDone();
      trm("dataset", task, task.from(raw.toString()), "--output-dir", here(task));
    }
  }

  @AfterAll
  static void stopStorage() {
    storage.close();
  }

  @ParameterizedTest
  @EnumSource(Task.class)
  void aDatasetThatIsBuiltThereIsTheOneBuiltHere(Task task) {
    Trm compared = gs("dataset", "compare", there(task), here(task)).requireDone();
    assertThat(compared.out()).contains("The same dataset");
    JsonNode again =
        gs("dataset", task, task.from("gs://raw"), "--output-dir", there(task), "--format=json")
            .requireDone()
            .json();
    assertThat(again.get("outcome").asText()).isEqualTo("unchanged");
  }

  @ParameterizedTest
  @EnumSource(Task.class)
  void aPlanReadsTheRawFilesThereAndIsWhatIsBuilt(Task task) {
    JsonNode plan =
        gs("dataset", "plan", task, task.from("gs://raw"), "--format=json").requireDone().json();
    JsonNode built =
        Trm.run("dataset", "inspect", here(task), "--format=json").requireDone().json();
    for (String split : List.of("train", "test")) {
      assertThat(plan.at("/splits/" + split + "/examples").asLong())
          .isEqualTo(built.at("/splits/" + split + "/examples").asLong())
          .isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource(Task.class)
  void inspectSaysTheSameOfBoth(Task task) {
    String there = gs("dataset", "inspect", there(task)).requireDone().out();
    String here = Trm.run("dataset", "inspect", here(task)).requireDone().out();
    assertThat(there.replace(there(task), "DIR")).isEqualTo(here.replace(here(task), "DIR"));
  }

  @Test
  void verifyIsContentOrNamesTheDamage() {
    assertThat(gs("dataset", "verify", there(Task.MAZE)).requireDone().out())
        .contains("gs://made/maze is sound");
    String name =
        storage.objects("made").keySet().stream()
            .filter(file -> file.matches("sudoku/train/.*arrow"))
            .findFirst()
            .orElseThrow();
    byte[] whole = storage.objects("made").get(name);
    storage.put("made", name, Arrays.copyOf(whole, whole.length - 1));
    Trm damaged = gs("dataset", "verify", there(Task.SUDOKU));
    storage.put("made", name, whole);
    assertThat(damaged.code()).isEqualTo(ExitCode.FAILED);
    assertThat(damaged.out()).contains(name.substring("sudoku/".length()), "1 problem");
  }

  @Test
  void aTaskIsDrawnByItsName() throws IOException {
    String id =
        Files.readString(Path.of(here(Task.ARC)).resolve("test_puzzles.json"))
            .replaceFirst("(?s)[^\"]*\"([^\"]*)\".*", "$1");
    assertThat(gs("dataset", "view", there(Task.ARC), "--id", id).requireDone().out())
        .contains("train · " + id + " · puzzle", "test · " + id + " · puzzle");
    Path page = folder.resolve("page.html");
    gs("dataset", "view", there(Task.ARC), "--id", id, "--html", page).requireDone();
    assertThat(page).content().contains("<title>arc</title>", id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"npy", "jsonl", "parquet"})
  void anExportIsThatOfTheDatasetHere(String format) throws IOException {
    Path ofThere = folder.resolve("there-" + format);
    Path ofHere = folder.resolve("here-" + format);
    gs("dataset", "export", there(Task.ARC), "--format", format, "--output-dir", ofThere)
        .requireDone();
    trm("dataset", "export", here(Task.ARC), "--format", format, "--output-dir", ofHere);
    assertThat(bytes(ofThere)).isEqualTo(bytes(ofHere)).isNotEmpty();
  }

  @Test
  void aPlaceWithoutADatasetIsRefusedByAll() {
    for (String command : List.of("inspect", "verify", "view", "compare", "export")) {
      Object[] more =
          switch (command) {
            case "compare" -> new Object[] {here(Task.ARC)};
            case "export" -> new Object[] {"--output-dir", folder.resolve("none")};
            default -> new Object[] {};
          };
      Trm refused = gs("dataset", command, "gs://made/nothing", more);
      assertThat(refused.code()).as(command).isEqualTo(ExitCode.INPUT_REFUSED);
      assertThat(refused.err())
          .contains("gs://made/nothing is not a dataset: it has no dataset.json");
    }
  }

  @Test
  void aDatasetOfStructuresThereIsRefusedWithWhatReadsIt() {
    storage.put(
        "made",
        "rna/dataset.json",
        "{\"format\": \"rna\", \"format_version\": 1}".getBytes(StandardCharsets.UTF_8));
    for (String command : List.of("inspect", "view")) {
      Trm refused = gs("dataset", command, "gs://made/rna");
      assertThat(refused.code()).as(command).isEqualTo(ExitCode.INPUT_REFUSED);
      assertThat(refused.err()).contains("format is rna", "read those on this machine");
    }
    Trm unsound = gs("dataset", "verify", "gs://made/rna");
    assertThat(unsound.code()).isEqualTo(ExitCode.FAILED);
    assertThat(unsound.out()).contains("format is rna", "read those on this machine");
  }

  /** Commands that work on files of this machine alone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "sample sudoku --output-dir gs://made/raw",
        "dataset export gs://made/arc --output-dir gs://made/npy",
        "dataset view gs://made/arc --html gs://made/page.html",
        "train --data gs://made/sudoku --output-dir run",
        "train --data data --output-dir gs://made/run",
        "eval --checkpoint run --data gs://made/sudoku",
        "predict sudoku --checkpoint gs://made/run --data data --output-dir out",
        "predict maze --checkpoint run --data gs://made/maze --output-dir out",
        "bench input gs://made/arc",
        "adapt --checkpoint run --tasks gs://raw/arc --output-dir out",
        "submission validate gs://made/submission.json --challenges gs://raw/arc.json",
        "checkpoint info gs://made/run"
      })
  void whatNeedsFilesHereSaysSoAndHowToGetThem(String line) {
    Trm wrong = Trm.run((Object[]) line.split(" "));
    assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err())
        .contains("gs://")
        .contains("is not on this machine, expected a local path")
        .contains("`gcloud storage cp -r` copies from and to gs://");
    assertThat(Path.of("gs:")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sudoku", "maze"})
  void answersOfADatasetThereAreRefusedWithTheRemedy(String task) throws IOException {
    Path predictions = Files.writeString(folder.resolve("p.csv"), "question,prediction\n");
    Trm refused = gs("score", task, "--predictions", predictions, "--answers", "gs://made/" + task);
    assertThat(refused.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(refused.err())
        .contains("gs://made/" + task + ": no such file")
        .contains("a folder is read on this machine only");
  }

  private static String there(Task task) {
    return "gs://made/" + task;
  }

  private static String here(Task task) {
    return folder.resolve("here").resolve(task.toString()).toString();
  }

  private static void trm(Object... args) {
    Trm.run(flat(args)).requireDone();
  }

  /** A command that is told where storage is. */
  private static Trm gs(Object... args) {
    List<Object> all = new ArrayList<>(List.of(flat(args)));
    storage.beamOptions().forEach((name, value) -> all.add("--beam." + name + "=" + value));
    return Trm.run(all.toArray());
  }

  private static Object[] flat(Object... args) {
    return Arrays.stream(args)
        .flatMap(arg -> arg instanceof Object[] several ? Arrays.stream(several) : Stream.of(arg))
        .toArray();
  }

  private static Map<String, String> bytes(Path directory) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            directory.relativize(file).toString(),
            Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }
}
