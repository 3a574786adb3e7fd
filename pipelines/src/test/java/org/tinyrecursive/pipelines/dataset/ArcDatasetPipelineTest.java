package org.tinyrecursive.pipelines.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.arc.ArcCanvas;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.ArcPair;
import org.tinyrecursive.transforms.arc.ArcTask;
import org.tinyrecursive.transforms.arc.PuzzleName;
import org.tinyrecursive.transforms.beam.BuildCounters;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.DatasetVerifier;
import org.tinyrecursive.transforms.dataset.ExampleCursor;
import org.tinyrecursive.transforms.dataset.Split;

class ArcDatasetPipelineTest {
  private static final int TRAIN_TASKS = 12;
  private static final int TEST_TASKS = 5;
  private static final int NUM_AUG = 6;

  @TempDir Path dir;
  private final Map<String, ArcTask> tasks = new HashMap<>();

  @BeforeEach
  void writeRawFiles() {
    List<ArcTask> training = RawArc.tasks("training", TRAIN_TASKS);
    List<ArcTask> evaluation = RawArc.tasks("evaluation", TEST_TASKS);
    RawArc.write(dir, "training", training);
    RawArc.write(dir, "evaluation", evaluation);
    Stream.concat(training.stream(), evaluation.stream())
        .forEach(task -> tasks.put(task.id(), task));
  }

  @Test
  void everyPuzzleHasTheExamplesThatItsNameSays() throws IOException {
    Dataset dataset = build(settings("d"));
    List<String> names = identifiers(dataset);

    Split train = dataset.split("train");
    assertThat(train.groupCount()).isEqualTo(TRAIN_TASKS + TEST_TASKS);
    assertThat(train.puzzleCount()).isEqualTo((TRAIN_TASKS + TEST_TASKS) * (1 + NUM_AUG));
    for (int puzzle = 0; puzzle < train.puzzleCount(); puzzle++) {
      PuzzleName name = PuzzleName.parse(names.get(train.puzzleIdentifier(puzzle)));
      ArcTask task = name.fromOriginal().apply(tasks.get(name.task()));
      List<ArcPair> learned = new ArrayList<>(task.train());
      if (task.id().startsWith("training")) {
        learned.addAll(task.test());
      }
      assertThat(pairs(train, puzzle)).as(name.toString()).isEqualTo(learned);
    }
    Split test = dataset.split("test");
    assertThat(test.groupCount()).isEqualTo(TEST_TASKS);
    assertThat(test.puzzleCount()).isEqualTo(TEST_TASKS * (1 + NUM_AUG));
    for (int puzzle = 0; puzzle < test.puzzleCount(); puzzle++) {
      PuzzleName name = PuzzleName.parse(names.get(test.puzzleIdentifier(puzzle)));
      assertThat(name.task()).startsWith("evaluation");
      assertThat(pairs(test, puzzle))
          .isEqualTo(name.fromOriginal().apply(tasks.get(name.task())).test());
    }
  }

  @Test
  void identifiersCountFromOneOverAllPuzzlesAndNameEachOnce() throws IOException {
    Dataset dataset = build(settings("d"));
    List<String> names = identifiers(dataset);

    assertThat(names)
        .hasSize(1 + (TRAIN_TASKS + TEST_TASKS) * (1 + NUM_AUG))
        .doesNotHaveDuplicates();
    assertThat(names.get(0)).isEqualTo("<blank>");
    assertThat(dataset.manifest().tokens().numPuzzleIdentifiers()).isEqualTo(names.size());
    Split train = dataset.split("train");
    for (int puzzle = 0; puzzle < train.puzzleCount(); puzzle++) {
      assertThat(train.puzzleIdentifier(puzzle)).isEqualTo(puzzle + 1);
    }
    Set<String> originals = new HashSet<>(names.subList(1, names.size()));
    originals.removeIf(name -> name.contains("|||"));
    assertThat(originals).isEqualTo(tasks.keySet());
  }

  @Test
  void testPuzzlesAreTheTasksOfTheTestSetWhole() throws IOException {
    Dataset dataset = build(settings("d"));
    JsonNode puzzles =
        new ObjectMapper().readTree(dataset.directory().resolve("test_puzzles.json").toFile());

    assertThat(puzzles).hasSize(TEST_TASKS);
    ArcTask task = tasks.get("evaluation01");
    JsonNode found = puzzles.get("evaluation01");
    assertThat(found.get("train")).hasSize(task.train().size());
    assertThat(found.get("test").get(0).get("output").get(1).get(2).asInt())
        .isEqualTo(task.test().get(0).output().cell(1, 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void anyNumberOfWorkersGivesTheSameBytes(int workers) throws IOException {
    Dataset one = build(settings("one"), BeamSettings.direct(1));
    Dataset more = build(settings("more"), BeamSettings.direct(workers));
    assertThat(more.manifest().sha256()).isEqualTo(one.manifest().sha256());
    for (String file : List.of("identifiers.json", "test_puzzles.json", "leakage.json")) {
      assertThat(more.directory().resolve(file))
          .hasSameBinaryContentAs(one.directory().resolve(file));
    }
  }

  @Test
  void theNumberOfShardsChangesNoPuzzle() throws IOException {
    Dataset one = build(settings("one").shards(1));
    Dataset many = build(settings("many").shards(7));
    assertThat(identifiers(many)).isEqualTo(identifiers(one));
    for (String name : List.of("train", "test")) {
      Split first = one.split(name);
      Split second = many.split(name);
      assertThat(second.puzzleCount()).isEqualTo(first.puzzleCount());
      for (int puzzle = 0; puzzle < first.puzzleCount(); puzzle++) {
        assertThat(second.puzzleIdentifier(puzzle)).isEqualTo(first.puzzleIdentifier(puzzle));
        assertThat(pairs(second, puzzle)).isEqualTo(pairs(first, puzzle));
      }
    }
  }

  @Test
  void anotherSeedDrawsOtherAugmentations() throws IOException {
    assertThat(identifiers(build(settings("one").seed(1))))
        .isNotEqualTo(identifiers(build(settings("two").seed(2))));
  }

  @Test
  void aFolderOfTasksGivesTheSameExamplesAsTheFilesOfTheSubset() throws IOException {
    RawArc.writeFolder(dir.resolve("tasks/training"), RawArc.tasks("training", TRAIN_TASKS));
    RawArc.writeFolder(dir.resolve("tasks/evaluation"), RawArc.tasks("evaluation", TEST_TASKS));
    Dataset files = build(settings("files"));
    Dataset folders = build(settings("folders").inputFilePrefix(dir.resolve("tasks").toString()));
    assertThat(folders.manifest().splits()).isEqualTo(files.manifest().splits());
    assertThat(folders.manifest().sources()).hasSize(TRAIN_TASKS + TEST_TASKS);
  }

  @Test
  void withoutSolutionsTestAnswersAreDummies() throws IOException {
    RawArc.writeChallenges(dir, "open", RawArc.tasks("open", 3));
    Dataset dataset = build(settings("d").subsets(List.of("training", "open")).testSetName("open"));
    assertThat(pairs(dataset.split("test"), 0))
        .allSatisfy(pair -> assertThat(pair.output()).isEqualTo(ArcTask.NO_ANSWER));
  }

  @Test
  void whatIsTestedAndLearnedIsReported() throws IOException {
    ArcTask tested = tasks.get("evaluation00");
    List<ArcTask> leaking = new ArrayList<>(RawArc.tasks("leaking", 3));
    leaking.add(new ArcTask("copy", tested.train(), tested.test()));
    RawArc.write(dir, "leaking", leaking);
    DatasetBuildResult built =
        ArcDatasetPipeline.run(
            settings("d").subsets(List.of("leaking", "evaluation")).build(),
            BeamSettings.direct(),
            RunCounters.IGNORED);
    assertThat(BuiltLeakage.read(built, BeamSettings.direct()).orElseThrow().matches())
        .extracting(Object::toString)
        .startsWith("task evaluation00 is copy")
        .contains("example evaluation00 test[0] is copy test[0]");
    assertThat(built.directory().resolve("README.md"))
        .content()
        .contains("## Leakage")
        .contains("* task evaluation00 is copy\n");
  }

  @Test
  void aSmallerCanvasHoldsTheSamePairs() throws IOException {
    Dataset whole = build(settings("whole"));
    Dataset small = build(settings("small").canvas(5));
    assertThat(small.manifest().tokens().seqLen()).isEqualTo(25);
    assertThat(identifiers(small)).isEqualTo(identifiers(whole));
    for (int puzzle = 0; puzzle < whole.split("train").puzzleCount(); puzzle += 7) {
      assertThat(pairs(small.split("train"), puzzle))
          .isEqualTo(pairs(whole.split("train"), puzzle));
    }
  }

  @Test
  void aTaskTooLargeForTheCanvasIsRefused() {
    assertThatThrownBy(() -> build(settings("d").canvas(3)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("has a grid with a side of 4, the canvas has 3; raise --canvas");
    assertThatThrownBy(() -> settings("d").canvas(31).build())
        .hasMessageContaining("--canvas is 31, allowed: 1 to 30");
  }

  @Test
  void aBuildIsSoundAndCounted() throws IOException {
    Map<String, Long> counters = new HashMap<>();
    DatasetBuildResult built =
        ArcDatasetPipeline.run(settings("d").build(), BeamSettings.direct(), counters::putAll);
    assertThat(DatasetVerifier.verify(built.directory())).isEmpty();
    assertThat(counters)
        .containsEntry(BuildCounters.READ, (long) TRAIN_TASKS + TEST_TASKS)
        .containsEntry(BuildCounters.WRITTEN, built.examples());
    assertThat(Files.exists(dir.resolve("d/leakage.json"))).isTrue();
  }

  private ArcDatasetSettingsBuilder settings(String name) {
    return ArcDatasetSettings.into(dir.resolve(name))
        .inputFilePrefix(dir.resolve("arc").toString())
        .subsets(List.of("training", "evaluation"))
        .testSetName("evaluation")
        .numAug(NUM_AUG)
        .shards(4);
  }

  /** Of a square of one colour there are nine variants, the original one of them. */
  @Test
  void countersTellWhatBecameOfEveryTask() throws IOException {
    ArcGrid square = ArcGrid.of(2, 2, new byte[] {1, 1, 1, 1});
    List<ArcPair> pairs = List.of(new ArcPair(square, square));
    List<ArcTask> training = new ArrayList<>(RawArc.tasks("training", TRAIN_TASKS));
    training.add(new ArcTask("flat", pairs, pairs));
    RawArc.write(dir, "training", training);
    Path challenges = dir.resolve("arc_training_challenges.json");
    Files.writeString(challenges, Files.readString(challenges).replaceFirst("\\[\\[", "[[10,"));
    Map<String, Long> counters = new HashMap<>();

    DatasetBuildResult built =
        ArcDatasetPipeline.run(
            settings("d").numAug(20).maxRejects(1).build(),
            BeamSettings.direct(),
            counters::putAll);

    assertThat(counters)
        .containsEntry(BuildCounters.READ, TRAIN_TASKS + 1L + TEST_TASKS)
        .containsEntry(BuildCounters.REJECTED, 1L)
        .containsEntry(BuildCounters.KEPT, (long) TRAIN_TASKS + TEST_TASKS)
        .containsEntry(BuildCounters.SHORT, 1L)
        .containsEntry(BuildCounters.WRITTEN, built.examples());
    // Of five times twenty drawn for the flat task, eight are kept.
    assertThat(counters.get(BuildCounters.DUPLICATE)).isGreaterThanOrEqualTo(92);
  }

  private static Dataset build(ArcDatasetSettingsBuilder settings) throws IOException {
    return build(settings, BeamSettings.direct());
  }

  private static Dataset build(ArcDatasetSettingsBuilder settings, BeamSettings beam)
      throws IOException {
    return Dataset.open(
        ArcDatasetPipeline.run(settings.build(), beam, RunCounters.IGNORED).directory());
  }

  private static List<String> identifiers(Dataset dataset) throws IOException {
    List<String> names = new ArrayList<>();
    new ObjectMapper()
        .readTree(dataset.directory().resolve("identifiers.json").toFile())
        .forEach(name -> names.add(name.asText()));
    return names;
  }

  private static List<ArcPair> pairs(Split split, int puzzle) {
    List<ArcPair> pairs = new ArrayList<>();
    byte[] inputs = new byte[split.seqLen()];
    byte[] labels = new byte[split.seqLen()];
    try (ExampleCursor cursor = split.cursor()) {
      for (int i = split.exampleOffset(puzzle); i < split.exampleOffset(puzzle + 1); i++) {
        cursor.copy(i, inputs, 0, labels, 0);
        pairs.add(
            new ArcPair(
                ArcCanvas.read(inputs).orElseThrow(), ArcCanvas.read(labels).orElseThrow()));
      }
    }
    return pairs;
  }
}
