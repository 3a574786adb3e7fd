package org.tinyrecursive.pipelines.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.sudoku.SudokuCsv;

class SudokuDatasetRefusalsTest {
  @TempDir Path dir;

  @Test
  void missingFileIsNamed() throws IOException {
    assertRefused(dir.resolve("absent.csv")).hasMessageContaining("absent.csv: no such file");
    assertNothingIsLeft();
  }

  @Test
  void directoryInsteadOfFileIsNamed() throws IOException {
    Path folder = Files.createDirectory(dir.resolve("folder"));

    assertRefused(folder).hasMessageContaining("folder is a directory, expected a CSV file");
    assertNothingIsLeft("folder");
  }

  @Test
  void emptyFileIsNamed() throws IOException {
    Path raw = Files.createFile(dir.resolve("empty.csv"));

    assertRefused(raw).hasMessageContaining("empty.csv: file is empty, expected the header");
    assertNothingIsLeft("empty.csv");
  }

  @Test
  void headerWithoutRowsIsNamed() throws IOException {
    Path raw = RawSudoku.write(dir.resolve("bare.csv"), List.of());

    assertRefused(raw).hasMessageContaining("bare.csv: no puzzle is left for the train split");
    assertNothingIsLeft("bare.csv");
  }

  @Test
  void missingHeaderIsNamedWithItsLine() throws IOException {
    Path raw = RawSudoku.writeLines(dir.resolve("train.csv"), RawSudoku.rows(9, 3, 1));

    assertRefused(raw).hasMessageContaining("train.csv:1: header missing, found 'made,");
    assertNothingIsLeft("train.csv");
  }

  @Test
  void truncatedGzipIsNamedWithTheLineItReaches() throws IOException {
    Path whole = RawSudoku.writeGzip(dir.resolve("whole.csv.gz"), RawSudoku.rows(9, 2000, 1));
    byte[] bytes = Files.readAllBytes(whole);
    Files.delete(whole);
    Path raw = Files.write(dir.resolve("cut.csv.gz"), Arrays.copyOf(bytes, bytes.length / 2));

    assertRefused(raw)
        .hasMessageContaining("cut.csv.gz: compressed data breaks off after line ")
        .hasMessageContaining("incomplete");
    assertNothingIsLeft("cut.csv.gz");
  }

  @Test
  void damagedGzipIsNamed() throws IOException {
    Path raw = RawSudoku.writeGzip(dir.resolve("bad.csv.gz"), RawSudoku.rows(9, 2000, 1));
    byte[] bytes = Files.readAllBytes(raw);
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 200, (byte) 0xFF);
    Files.write(raw, bytes);

    assertRefused(raw).hasMessageContaining("bad.csv.gz");
    assertNothingIsLeft("bad.csv.gz");
  }

  @Test
  void binaryFileIsNamed() throws IOException {
    Path raw = Files.write(dir.resolve("photo.csv"), new byte[200_000]);

    assertRefused(raw).hasMessageContaining("photo.csv:1: line is longer than 65536 bytes");
    assertNothingIsLeft("photo.csv");
  }

  @Test
  void twoSizesInOneFileAreNamedWithTheLine() throws IOException {
    List<String> rows = new ArrayList<>(RawSudoku.rows(9, 3, 1));
    rows.addAll(RawSudoku.rows(6, 1, 1));
    Path raw = RawSudoku.write(dir.resolve("train.csv"), rows);

    assertRefused(raw).hasMessageContaining("train.csv:5: puzzle has 36 cells, the ones before 81");
    assertNothingIsLeft("train.csv");
  }

  @Test
  void twoSizesInTwoFilesAreNamed() throws IOException {
    Path train = RawSudoku.write(dir.resolve("train.csv"), RawSudoku.rows(9, 3, 1));
    Path test = RawSudoku.write(dir.resolve("test.csv"), RawSudoku.rows(6, 3, 1));

    assertThatThrownBy(() -> build(settings(train).test(List.of(test.toString()))))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("test.csv:2: puzzle has 36 cells, the ones before 81");
    assertNothingIsLeft("train.csv", "test.csv");
  }

  @Test
  void badRowFailsTheBuildAndIsWrittenWithItsReason() throws IOException {
    List<String> rows = new ArrayList<>(RawSudoku.rows(9, 3, 1));
    rows.set(1, rows.get(1).replaceFirst("[1-9.](,)", "$1"));
    Path raw = RawSudoku.write(dir.resolve("train.csv"), rows);

    assertRefused(raw)
        .hasMessageContaining("train.csv:3: question has 80 cells, expected 81")
        .hasMessageContaining("1 record is refused, --max-rejects allows 0")
        .hasMessageContaining(dir.resolve("out.rejects").toString());
    assertThat(dir.resolve("out.rejects/part-00000.jsonl"))
        .content(StandardCharsets.UTF_8)
        .isEqualTo(
            "{\"file\":\"train.csv\",\"line\":3,\"field\":\"question\",\"reason\":\"has 80 cells,"
                + " expected 81\",\"record\":\""
                + rows.get(1)
                + "\"}\n");
    assertNothingIsLeft("train.csv", "out.rejects");
  }

  @Test
  void wrongAnswerIsRejected() throws IOException {
    List<String> rows = new ArrayList<>(RawSudoku.rows(9, 3, 1));
    String[] fields = rows.get(2).split(",", -1);
    fields[2] = RawSudoku.rows(9, 1, 5).get(0).split(",", -1)[2];
    rows.set(2, String.join(",", fields));
    Path raw = RawSudoku.write(dir.resolve("train.csv"), rows);

    assertRefused(raw).hasMessageContaining("train.csv:4: answer has ");
    assertNothingIsLeft("train.csv", "out.rejects");
  }

  @Test
  void rejectsUpToTheLimitAreInTheDataset() throws IOException {
    List<String> rows = new ArrayList<>(RawSudoku.rows(9, 5, 1));
    rows.add(1, "not,a,puzzle,0");
    rows.add("short");
    Path raw = RawSudoku.write(dir.resolve("train.csv"), rows);

    DatasetBuildResult result = build(settings(raw).maxRejects(2));

    assertThat(result.rowsRead()).isEqualTo(7);
    assertThat(result.rowsKept()).isEqualTo(5);
    assertThat(result.manifest().rejects()).isEqualTo(2);
    assertThat(Dataset.open(dir.resolve("out")).split("train").groupCount()).isEqualTo(5);
    assertThat(Files.readAllLines(dir.resolve("out/rejects/part-00000.jsonl")))
        .hasSize(2)
        .satisfiesExactly(
            first -> assertThat(first).contains("\"line\":3", "\"field\":\"question\""),
            second -> assertThat(second).contains("\"line\":8", "\"record\":\"short\""));
  }

  @Test
  void fileWithoutAnyGoodRowIsRefusedWithAllItsRows() throws IOException {
    Path raw =
        RawSudoku.writeLines(
            dir.resolve("train.csv"), List.of(SudokuCsv.HEADER, "a", "b", "c,d,e,f"));

    assertRefused(raw).hasMessageContaining("train.csv:2: row has 1 fields, expected 4");
    assertThat(Files.readAllLines(dir.resolve("out.rejects/part-00000.jsonl"))).hasSize(3);
  }

  @Test
  void outputThatIsNotEmptyIsLeftAsItIs() throws IOException {
    Path raw = RawSudoku.write(dir.resolve("train.csv"), RawSudoku.rows(9, 3, 1));
    Path precious = Files.createDirectory(dir.resolve("out")).resolve("precious.txt");
    Files.writeString(precious, "mine");

    assertRefused(raw).hasMessageContaining("not empty");
    assertThat(precious).hasContent("mine");
    assertNothingIsLeft("train.csv", "out");
  }

  @Test
  void sampleThatLeavesNothingSaysWhy() throws IOException {
    Path raw = RawSudoku.write(dir.resolve("train.csv"), RawSudoku.rows(9, 3, 1));

    assertThatThrownBy(() -> build(settings(raw).minDifficulty(50)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("3 records read, 3 below --min-difficulty, 0 refused");
    assertNothingIsLeft("train.csv");
  }

  @Test
  void moreExamplesThanIdsAreRefusedBeforeWriting() throws IOException {
    Path raw = RawSudoku.write(dir.resolve("train.csv"), RawSudoku.rows(9, 300, 1));

    assertThatThrownBy(() -> build(settings(raw).numAug(10_000_000)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("split would have 3,000,000,300 puzzles, allowed: up to");
    assertNothingIsLeft("train.csv");
  }

  @Test
  void wrongSettingsNameTheirOption() {
    assertThatThrownBy(() -> settings(dir.resolve("a.csv")).numAug(-1).build())
        .isInstanceOf(InputRefusedException.class)
        .hasMessage("--num-aug is -1, allowed: 0 to 10,000,000");
    assertThatThrownBy(
            () ->
                settings(dir.resolve("a.csv"))
                    .test(List.of(dir.resolve("a.csv").toString()))
                    .build())
        .hasMessageContaining("a.csv is named twice");
    assertThatThrownBy(() -> SudokuDatasetSettings.into(dir).build())
        .hasMessageContaining("no input");
  }

  @Test
  void unknownBeamOptionIsNamed() throws IOException {
    Path raw = RawSudoku.write(dir.resolve("train.csv"), RawSudoku.rows(9, 3, 1));
    BeamSettings beam = BeamSettings.direct().withOptions(java.util.Map.of("noSuchOption", "1"));

    assertThatThrownBy(
            () -> SudokuDatasetPipeline.run(settings(raw).build(), beam, RunCounters.IGNORED))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("noSuchOption");
    assertNothingIsLeft("train.csv");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Path raw) {
    return assertThatThrownBy(() -> build(settings(raw))).isInstanceOf(InputRefusedException.class);
  }

  private void assertNothingIsLeft(String... besides) throws IOException {
    try (Stream<Path> left = Files.list(dir)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(besides);
    }
  }

  private SudokuDatasetSettingsBuilder settings(Path raw) {
    return SudokuDatasetSettings.into(dir.resolve("out")).train(List.of(raw.toString())).shards(2);
  }

  private static DatasetBuildResult build(SudokuDatasetSettingsBuilder settings) {
    return SudokuDatasetPipeline.run(settings.build(), BeamSettings.direct(2), RunCounters.IGNORED);
  }
}
