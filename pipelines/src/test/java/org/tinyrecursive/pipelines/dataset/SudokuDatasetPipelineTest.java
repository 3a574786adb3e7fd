package org.tinyrecursive.pipelines.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.ExampleCursor;
import org.tinyrecursive.transforms.dataset.Split;
import org.tinyrecursive.transforms.sudoku.SudokuCsv;
import org.tinyrecursive.transforms.sudoku.SudokuGrid;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

class SudokuDatasetPipelineTest {
  @TempDir Path dir;
  private Path train;
  private Path test;

  @BeforeEach
  void writeRawFiles() throws IOException {
    train = RawSudoku.write(dir.resolve("train.csv"), RawSudoku.rows(9, 40, 1));
    test = RawSudoku.writeGzip(dir.resolve("test.csv.gz"), RawSudoku.rows(9, 12, 2));
  }

  @Test
  void everyRowBecomesOneGroupWithItsCopies() throws IOException {
    Dataset dataset = build(both().numAug(3));

    Split split = dataset.split("train");
    assertThat(split.groupCount()).isEqualTo(40);
    assertThat(split.puzzleCount()).isEqualTo(160);
    assertThat(split.exampleCount()).isEqualTo(160);
    for (int group = 0; group <= 40; group++) {
      assertThat(split.puzzleOffset(group)).isEqualTo(4 * group);
    }
    for (int puzzle = 0; puzzle < 160; puzzle++) {
      assertThat(split.puzzleId(puzzle)).isEqualTo(puzzle);
      assertThat(split.puzzleIdentifier(puzzle)).isZero();
    }
  }

  @Test
  void originalsAreTheRawRowsAndCopiesSolveLikeThem() throws Exception {
    Dataset dataset = build(both().numAug(3));

    Set<String> raw = new HashSet<>();
    for (String row : RawSudoku.rows(9, 40, 1)) {
      raw.add(SudokuCsv.parseRow(row).question().text());
    }
    List<SudokuGrid[]> examples = examples(dataset.split("train"));
    Set<String> originals = new HashSet<>();
    for (int i = 0; i < examples.size(); i++) {
      SudokuGrid question = examples.get(i)[0];
      SudokuGrid answer = examples.get(i)[1];
      assertThat(answer.isValidSolution()).isTrue();
      assertThat(question.agreesWith(answer)).isTrue();
      assertThat(question.clues()).isEqualTo(examples.get(i / 4 * 4)[0].clues());
      if (i % 4 == 0) {
        originals.add(question.text());
      }
    }
    assertThat(originals).isEqualTo(raw);
    assertThat(examples.stream().map(example -> example[0].text()).distinct()).hasSize(160);
  }

  @Test
  void testSplitIsNotAugmented() throws IOException {
    Split split = build(both().numAug(3)).split("test");

    assertThat(split.groupCount()).isEqualTo(12);
    assertThat(split.exampleCount()).isEqualTo(12);
  }

  @Test
  void testCluesAddEasierVariantsToTheGroupOfTheirPuzzle() throws IOException {
    Dataset dataset = build(both().testClues(List.of(60, 40, 30)));

    Split split = dataset.split("test");
    List<SudokuGrid[]> examples = examples(split);
    for (int group = 0; group < split.groupCount(); group++) {
      int from = split.puzzleOffset(group);
      int original = examples.get(from)[0].clues();
      List<Integer> clues = new ArrayList<>();
      for (int puzzle = from; puzzle < split.puzzleOffset(group + 1); puzzle++) {
        clues.add(examples.get(puzzle)[0].clues());
        assertThat(examples.get(puzzle)[1]).isEqualTo(examples.get(from)[1]);
        assertThat(examples.get(from)[0].agreesWith(examples.get(puzzle)[1])).isTrue();
      }
      List<Integer> expected = new ArrayList<>(List.of(original));
      Stream.of(30, 40, 60).filter(count -> count > original).forEach(expected::add);
      assertThat(clues).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 6, 16})
  void sizeFollowsTheRows(int side) throws IOException {
    Path raw = RawSudoku.write(dir.resolve("side.csv"), RawSudoku.rows(side, 5, 3));

    Dataset dataset =
        build(
            SudokuDatasetSettings.into(dir.resolve("out"))
                .train(List.of(raw.toString()))
                .numAug(2));

    DatasetManifest manifest = dataset.manifest();
    assertThat(manifest.seqLen()).isEqualTo(side * side);
    assertThat(manifest.vocabSize()).isEqualTo(side + 2);
    assertThat(manifest.splits()).containsOnlyKeys("train");
    for (SudokuGrid[] example : examples(dataset.split("train"))) {
      assertThat(example[0].agreesWith(example[1])).isTrue();
      assertThat(example[1].isValidSolution()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void bytesDoNotDependOnTheNumberOfWorkers(int workers) throws IOException {
    SudokuDatasetSettingsBuilder settings =
        both().numAug(5).subsampleSize(30).testClues(List.of(45));
    build(settings);

    SudokuDatasetSettings again =
        into("again").numAug(5).subsampleSize(30).testClues(List.of(45)).build();
    SudokuDatasetPipeline.run(again, BeamSettings.direct(workers), RunCounters.IGNORED);

    assertThat(files(dir.resolve("again"))).isEqualTo(files(dir.resolve("out")));
  }

  @Test
  void bytesDoNotDependOnWhereTheInputLies() throws IOException {
    build(both());
    Path moved = Files.createDirectory(dir.resolve("moved"));
    Files.copy(train, moved.resolve("train.csv"));
    Files.copy(test, moved.resolve("test.csv.gz"));

    run(
        SudokuDatasetSettings.into(dir.resolve("again"))
            .train(List.of(moved.resolve("train.csv").toString()))
            .test(List.of(moved.resolve("test.csv.gz").toString()))
            .shards(3));

    assertThat(files(dir.resolve("again"))).isEqualTo(files(dir.resolve("out")));
  }

  @Test
  void orderAndCopiesDoNotDependOnTheNumberOfShards() throws IOException {
    List<SudokuGrid[]> few = examples(build(both().numAug(2).shards(1)).split("train"));
    run(into("again").numAug(2).shards(7));
    List<SudokuGrid[]> many = examples(Dataset.open(dir.resolve("again")).split("train"));

    assertThat(text(many)).isEqualTo(text(few));
  }

  @Test
  void smallerSampleIsPartOfTheLarger() throws IOException {
    List<String> larger = originals(build(both().subsampleSize(25)).split("train"));
    run(into("again").subsampleSize(10));
    List<String> smaller = originals(Dataset.open(dir.resolve("again")).split("train"));

    assertThat(larger).hasSize(25).containsAll(smaller);
    assertThat(smaller).hasSize(10);
  }

  @Test
  void sampleIsTakenOfAllFilesTogether() throws IOException {
    Path second = RawSudoku.write(dir.resolve("more.csv"), RawSudoku.rows(9, 40, 9));
    List<String> files = List.of(train.toString(), second.toString());

    List<String> sample =
        originals(build(into("out").train(files).subsampleSize(20)).split("train"));
    run(into("again").train(List.of(files.get(1), files.get(0))).subsampleSize(20));

    assertThat(sample).hasSize(20);
    assertThat(originals(Dataset.open(dir.resolve("again")).split("train"))).isEqualTo(sample);
  }

  @Test
  void anotherSeedGivesAnotherSampleOrderAndCopies() throws IOException {
    List<String> one = originals(build(both().subsampleSize(20).seed(1)).split("train"));
    run(into("again").subsampleSize(20).seed(2));
    List<String> two = originals(Dataset.open(dir.resolve("again")).split("train"));

    assertThat(two).isNotEqualTo(one);
    assertThat(Set.copyOf(two)).isNotEqualTo(Set.copyOf(one));
  }

  @Test
  void minDifficultyKeepsTheRowsRatedSoOrAbove() throws IOException {
    Dataset dataset =
        build(
            SudokuDatasetSettings.into(dir.resolve("out"))
                .train(List.of(train.toString()))
                .minDifficulty(35));

    assertThat(dataset.split("train").groupCount()).isEqualTo(5);
  }

  @Test
  void manifestSaysWhatTheDatasetIsMadeOf() throws IOException {
    DatasetManifest manifest = build(both().numAug(2).seed(77)).manifest();

    assertThat(manifest.task()).isEqualTo("sudoku");
    assertThat(manifest.seed()).isEqualTo(77);
    assertThat(manifest.tokens().padId()).isZero();
    assertThat(manifest.tokens().ignoreLabelId()).hasValue(0);
    assertThat(manifest.tokens().numPuzzleIdentifiers()).isEqualTo(1);
    assertThat(manifest.recipe()).containsEntry("num_aug", 2L);
    assertThat(manifest.sources())
        .extracting(source -> source.name())
        .containsExactly("train.csv", "test.csv.gz");
    assertThat(manifest.sources().get(1).bytes()).isEqualTo(Files.size(test));
    assertThat(manifest.sources().get(1).sha256()).isEqualTo(sha256(test));
    assertThat(manifest.splits().get("train").totalGroups()).isEqualTo(40);
    assertThat(manifest.rejects()).isZero();
  }

  @Test
  void countersTellHowFarTheBuildIs() throws IOException {
    Map<String, Long> last = new TreeMap<>();
    DatasetBuildResult result =
        SudokuDatasetPipeline.run(both().numAug(2).build(), BeamSettings.direct(), last::putAll);

    assertThat(last)
        .containsEntry("read", 52L)
        .containsEntry("kept", 52L)
        .containsEntry("written", 132L);
    assertThat(result.rowsRead()).isEqualTo(52);
    assertThat(result.examples()).isEqualTo(132);
  }

  private SudokuDatasetSettingsBuilder both() {
    return into("out");
  }

  private SudokuDatasetSettingsBuilder into(String name) {
    return SudokuDatasetSettings.into(dir.resolve(name))
        .train(List.of(train.toString()))
        .test(List.of(test.toString()))
        .shards(3);
  }

  private Dataset build(SudokuDatasetSettingsBuilder settings) throws IOException {
    return Dataset.open(run(settings).directory());
  }

  private static DatasetBuildResult run(SudokuDatasetSettingsBuilder settings) {
    return SudokuDatasetPipeline.run(settings.build(), BeamSettings.direct(2), RunCounters.IGNORED);
  }

  private static List<SudokuGrid[]> examples(Split split) {
    SudokuShape shape = SudokuShape.ofCells(split.seqLen());
    List<SudokuGrid[]> examples = new ArrayList<>();
    try (ExampleCursor cursor = split.cursor()) {
      byte[] inputs = new byte[split.seqLen()];
      byte[] labels = new byte[split.seqLen()];
      for (int i = 0; i < split.exampleCount(); i++) {
        cursor.copy(i, inputs, 0, labels, 0);
        examples.add(
            new SudokuGrid[] {
              SudokuGrid.ofTokens(shape, inputs), SudokuGrid.ofTokens(shape, labels)
            });
      }
    }
    return examples;
  }

  private static List<String> text(List<SudokuGrid[]> examples) {
    return examples.stream().map(Arrays::toString).toList();
  }

  private static List<String> originals(Split split) {
    List<SudokuGrid[]> examples = examples(split);
    List<String> originals = new ArrayList<>();
    for (int group = 0; group < split.groupCount(); group++) {
      originals.add(examples.get(split.puzzleOffset(group))[0].text());
    }
    return originals;
  }

  private static Map<String, String> files(Path dataset) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(dataset)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(dataset.relativize(file).toString(), sha256(file));
      }
    }
    return files;
  }

  private static String sha256(Path file) throws IOException {
    try {
      return java.util.HexFormat.of()
          .formatHex(
              java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
