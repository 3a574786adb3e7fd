package org.tinyrecursive.pipelines.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.arc.ArcTask;
import org.tinyrecursive.transforms.leakage.OnLeakage;

class ArcDatasetRefusalsTest {
  @TempDir Path dir;

  @BeforeEach
  void writeRawFiles() {
    RawArc.write(dir, "training", RawArc.tasks("training", 3));
    RawArc.write(dir, "evaluation", RawArc.tasks("evaluation", 3));
  }

  @Test
  void aMixtureOfVersionsUnlessTold() {
    assertThatThrownBy(
            () -> settings().subsets(List.of("training2", "evaluation", "evaluation2")).build())
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("mixes ARC-AGI-1 (evaluation) and ARC-AGI-2 (training2, evaluation2)")
        .hasMessageContaining("--allow-mixed-versions");
    settings()
        .subsets(List.of("training2", "evaluation"))
        .versions(ArcDatasetSettings.Versions.MIXED)
        .build();
  }

  @Test
  void aTestSetThatIsNotRead() {
    assertThatThrownBy(() -> settings().testSetName("evaluation2").build())
        .hasMessage(
            "--test-set-name is \"evaluation2\", allowed: one of --subsets: training, evaluation");
  }

  @Test
  void aSubsetThatIsNotThere() {
    refused(settings().subsets(List.of("training", "concept", "evaluation")))
        .hasMessageContaining("subset concept: there is no file")
        .hasMessageContaining("arc_concept_challenges.json");
  }

  @Test
  void aTaskIdInTwoSubsets() {
    List<ArcTask> shared = List.of(RawArc.task("training01"), RawArc.task("other"));
    RawArc.write(dir, "more", shared);
    refused(settings().subsets(List.of("training", "evaluation", "more")))
        .hasMessageContaining("/training01: task id is there twice")
        .hasMessageContaining("arc_training_challenges.json and arc_more_challenges.json");
  }

  /** The answers that are left over say less about the mistake than the id does. */
  @Test
  void aTaskIdTwiceInAFileIsToldBeforeTheAnswersThatAreLeftOver() throws IOException {
    Path file = dir.resolve("arc_training_challenges.json");
    Files.writeString(file, Files.readString(file).replace("training01", "training00"));
    refused(settings())
        .hasMessageStartingWith("arc_training_challenges.json:")
        .hasMessageContaining(": /training00: puzzle training00: task id is there twice")
        .hasMessageContaining("2 records are refused");
  }

  @Test
  void aWrongTaskWithFilePathAndId() throws IOException {
    Files.writeString(
        dir.resolve("arc_wrong_challenges.json"),
        "{\"abc\": {\"train\": [{\"input\": [[1, 10]], \"output\": [[1]]}], \"test\":"
            + " [{\"input\": [[1]]}]}}");
    refused(settings().subsets(List.of("training", "evaluation", "wrong")))
        .hasMessageStartingWith(
            "arc_wrong_challenges.json:1: /abc/train/0/input/0/1: puzzle abc: cell is 10,"
                + " allowed: 0 to 9");
    assertThat(dir.resolve("dataset.rejects")).isDirectoryContaining("glob:**.jsonl");
    assertThat(dir.resolve("dataset")).doesNotExist();
  }

  @Test
  void aWrongTaskIsLeftOutWhereThatIsAllowed() throws IOException {
    Files.writeString(
        dir.resolve("arc_wrong_challenges.json"), "{\"abc\": 5, \"def\": {\"train\": []}}");
    DatasetBuildResult built =
        ArcDatasetPipeline.run(
            settings().subsets(List.of("training", "evaluation", "wrong")).maxRejects(2).build(),
            BeamSettings.direct(),
            RunCounters.IGNORED);
    assertThat(built.manifest().rejects()).isEqualTo(2);
    assertThat(built.manifest().splits().get("train").totalGroups()).isEqualTo(6);
  }

  @Test
  void solutionsOfAnotherSubset() throws IOException {
    Files.copy(dir.resolve("arc_training_solutions.json"), dir.resolve("arc_more_solutions.json"));
    RawArc.writeChallenges(dir, "more", RawArc.tasks("more", 2));
    refused(settings().subsets(List.of("training", "evaluation", "more")))
        .hasMessageContaining("task has no answer in arc_more_solutions.json; is that the file of")
        .hasMessageContaining("5 records are refused");
  }

  @Test
  void aFileThatBreaksOff() throws IOException {
    Path file = dir.resolve("arc_training_challenges.json");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    refused(settings())
        .hasMessageContaining("arc_training_challenges.json:1: not valid JSON at column");
  }

  @Test
  void aLinkThatLeadsBackToItself() throws IOException {
    Path folder = Files.createDirectories(dir.resolve("tasks/training"));
    RawArc.writeFolder(folder, RawArc.tasks("training", 2));
    RawArc.writeFolder(dir.resolve("tasks/evaluation"), RawArc.tasks("evaluation", 2));
    Files.createSymbolicLink(folder.resolve("inner"), folder);
    ArcDatasetSettingsBuilder folders = settings().inputFilePrefix(dir.resolve("tasks").toString());
    // A folder that holds itself is not entered.
    assertThat(
            ArcDatasetPipeline.run(folders.build(), BeamSettings.direct(), RunCounters.IGNORED)
                .manifest()
                .splits()
                .get("train")
                .totalGroups())
        .isEqualTo(4);
    Files.createSymbolicLink(folder.resolve("loop.json"), folder.resolve("loop.json"));
    refused(
            ArcDatasetSettings.into(dir.resolve("again"))
                .inputFilePrefix(dir.resolve("tasks").toString())
                .subsets(List.of("training", "evaluation"))
                .testSetName("evaluation"))
        .hasMessageContaining("loop.json is a link that leads to no file, or back to itself");
  }

  @Test
  void leakageWhereThatIsAskedFor() {
    ArcTask tested = RawArc.task("evaluation00");
    RawArc.write(dir, "leaking", List.of(new ArcTask("copy", tested.train(), tested.test())));
    refused(settings().subsets(List.of("leaking", "evaluation")).onLeakage(OnLeakage.REFUSE))
        .hasMessageContaining("training holds what is tested")
        .hasMessageContaining("task evaluation00 is copy");
    assertThat(dir.resolve("dataset")).doesNotExist();
  }

  private ArcDatasetSettingsBuilder settings() {
    return ArcDatasetSettings.into(dir.resolve("dataset"))
        .inputFilePrefix(dir.resolve("arc").toString())
        .subsets(List.of("training", "evaluation"))
        .testSetName("evaluation")
        .numAug(2)
        .shards(2);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(
      ArcDatasetSettingsBuilder settings) {
    return assertThatThrownBy(
            () ->
                ArcDatasetPipeline.run(
                    settings.build(), BeamSettings.direct(), RunCounters.IGNORED))
        .isInstanceOf(InputRefusedException.class);
  }
}
