package org.tinyrecursive.pipelines.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.pipelines.rna.GuessMethod;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.InputRefusedException;

class RnaPredictPipelineTest {
  private static final String FASTA = ">one first\nGGCACUUCGGUGCC\nAA\n>two_b\nGGGAAACCC\n>c\nAU\n";

  @TempDir private Path folder;

  @Test
  void writesEveryResidueInTheOrderOfTheTargets() throws IOException {
    List<String> rows = Files.readAllLines(predict("a", 1));
    assertThat(rows).hasSize(1 + 16 + 9 + 2);
    assertThat(rows.get(0)).startsWith("ID,resname,resid,x_1,y_1,z_1,x_2").endsWith(",z_5");
    assertThat(rows.get(1)).startsWith("one_1,G,1,");
    assertThat(rows.get(17)).startsWith("two_b_1,G,1,");
    assertThat(rows.get(27)).startsWith("c_2,U,2,");
    assertThat(rows).allMatch(row -> row.split(",", -1).length == 18);
    assertThat(rows).noneMatch(row -> row.contains("NaN"));
    assertThat(folder.resolve("a")).isDirectoryNotContaining("glob:**target*");
  }

  @Test
  void saysHowMuchTheGuessesOfEachTargetResembleEachOther() throws IOException {
    Path submission = predict("a", 1);
    RnaPredictionSummary summary = RnaPredictionSummary.read(submission.getParent());
    assertThat(summary.targets())
        .extracting(RnaPredictionSummary.Target::targetId)
        .containsExactly("one", "two_b", "c");
    assertThat(summary.targets().get(0).guesses()).isEqualTo(5);
    assertThat(summary.targets().get(0).pairwiseTmScore()).isBetween(0.05, 1 + 1e-9);
    assertThat(submission.resolveSibling("predictions.json"))
        .content()
        .contains("\"mean_pairwise_tm_score\"", "\"pairwise_tm_score\"", "\"has_profile\"");
  }

  @Test
  void readsTheAlignmentsThatAreThereAndRefusesThoseOfOtherTargets() throws IOException {
    Path msa = Files.createDirectory(folder.resolve("MSA"));
    Path own = Files.writeString(msa.resolve("two_b.MSA.fasta"), ">q\nGGGAAACCC\n>r\nGGGA-ACCC\n");
    RnaPredictionSummary summary = predictWith(msa, "a");
    assertThat(summary.targets())
        .extracting(RnaPredictionSummary.Target::hasProfile)
        .containsExactly(false, true, false);
    Files.writeString(own, ">q\nGGGAAACC\n");
    assertThatThrownBy(() -> predictWith(msa, "b"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("two_b.MSA.fasta:1: sequence of 8 residues (8 columns) fits no chain")
        .hasMessageContaining("two_b");
    assertThatThrownBy(() -> predictWith(folder.resolve("none"), "c"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("none: no such folder; it holds <target_id>.MSA.fasta");
    assertThat(folder.resolve("b")).doesNotExist();
  }

  private RnaPredictionSummary predictWith(Path msa, String name) throws IOException {
    Path file = fasta();
    return RnaPredictPipeline.run(
        RnaPredictPipeline.targets(file.toString(), BeamSettings.direct(1)),
        new RnaPredictSettings(
            Optional.empty(),
            folder.resolve(name).toString(),
            7,
            PdbOutput.NONE,
            GuessMethod.MIXED,
            Optional.empty(),
            Optional.of(msa.toString())),
        BeamSettings.direct(1),
        RunCounters.IGNORED);
  }

  @Test
  void givesTheSameBytesWithAnyNumberOfWorkers() throws IOException {
    assertThat(predict("one", 1)).hasSameBinaryContentAs(predict("three", 3));
  }

  @Test
  void writesEveryGuessAsAPdbFileThatAgreesWithTheSubmission() throws IOException {
    Path submission = predict("a", 2);
    Path pdb = submission.resolveSibling("pdb");
    try (Stream<Path> files = Files.list(pdb)) {
      assertThat(files).hasSize(3 * 5).allMatch(file -> file.toString().endsWith(".pdb"));
    }
    String[] row = Files.readAllLines(submission).get(1).split(",", -1);
    String first = Files.readAllLines(pdb.resolve("one_2.pdb")).get(0);
    assertThat(first).startsWith("ATOM      1  C1'   G A   1    ");
    assertThat(first.substring(30, 54).trim().split(" +", -1))
        .containsExactly(row[6], row[7], row[8]);
  }

  @Test
  void refusesPdbFilesOfTargetsThatCannotNameAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("x.fasta"), ">a/b\nGGG\n");
    RnaPredictSettings settings =
        new RnaPredictSettings(
            Optional.empty(), folder.resolve("x").toString(), 0, PdbOutput.FILES);
    assertThatThrownBy(
            () ->
                RnaPredictPipeline.run(
                    RnaPredictPipeline.targets(file.toString(), BeamSettings.direct(1)),
                    settings,
                    BeamSettings.direct(1),
                    RunCounters.IGNORED))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("target 'a/b' cannot name a PDB file");
    assertThat(folder.resolve("x")).doesNotExist();
  }

  @Test
  void refusesTargetsBeyondTheLongest() throws IOException {
    Path file = folder.resolve("long.fasta");
    Files.writeString(file, ">long\n" + "A".repeat(5001) + "\n");
    assertThatThrownBy(() -> RnaPredictPipeline.targets(file.toString(), BeamSettings.direct(1)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("target long has 5,001 residues, allowed: up to 5,000");
  }

  @Test
  void leavesNothingBehindWhenTheLibraryIsNone() throws IOException {
    Path targets = fasta();
    Path library = Files.writeString(folder.resolve("library.gz"), "no\n");
    RnaPredictSettings settings =
        new RnaPredictSettings(
            Optional.of(library), folder.resolve("out/x").toString(), 0, PdbOutput.NONE);
    assertThatThrownBy(
            () ->
                RnaPredictPipeline.run(
                    RnaPredictPipeline.targets(targets.toString(), BeamSettings.direct(1)),
                    settings,
                    BeamSettings.direct(1),
                    RunCounters.IGNORED))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("is no library");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private Path fasta() throws IOException {
    return Files.writeString(folder.resolve("targets.fasta"), FASTA);
  }

  private Path predict(String name, int workers) throws IOException {
    Path file = fasta();
    RnaPredictSettings settings =
        new RnaPredictSettings(
            Optional.empty(), folder.resolve(name).toString(), 7, PdbOutput.FILES);
    RnaPredictPipeline.run(
        RnaPredictPipeline.targets(file.toString(), BeamSettings.direct(1)),
        settings,
        BeamSettings.direct(workers),
        RunCounters.IGNORED);
    return folder.resolve(name).resolve(RnaPredictPipeline.SUBMISSION_FILE);
  }
}
