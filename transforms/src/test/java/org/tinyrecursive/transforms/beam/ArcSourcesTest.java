package org.tinyrecursive.transforms.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.transforms.Gzip;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.arc.ArcTask;
import org.tinyrecursive.transforms.arc.TestPairs;

class ArcSourcesTest {
  private static final String OPEN =
      "{\"train\":[{\"input\":[[1]],\"output\":[[2]]}],\"test\":[{\"input\":[[3]]}]}";
  private static final String WHOLE = OPEN.replace("[[3]]}", "[[3]],\"output\":[[4]]}");

  @TempDir private Path folder;

  private final List<ArcRecord> tasks = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();

  @Test
  void subsetsAreFoundInEitherFormAndCountedInOrder() throws IOException {
    write("arc_training_challenges.json", "{}");
    write("arc_training_solutions.json", "{}");
    write("arc_concept_challenges.json", "{}");
    write("arc/evaluation/b.json", WHOLE);
    write("arc/evaluation/a.json", WHOLE);
    write("arc/evaluation/notes.txt", "no task");
    List<ArcSource> found =
        ArcSources.find(prefix(), List.of("training", "evaluation", "concept"), "evaluation");
    assertThat(found)
        .extracting(source -> source.subset() + " " + source.layout() + " " + source.use())
        .containsExactly(
            "training CHALLENGES LEARNED",
            "evaluation ONE_TASK HELD_OUT",
            "evaluation ONE_TASK HELD_OUT",
            "concept CHALLENGES LEARNED");
    assertThat(found.stream().flatMap(source -> source.files().stream()))
        .extracting(file -> file.index() + " " + file.name() + " " + file.split())
        .containsExactly(
            "0 arc_training_challenges.json train",
            "1 arc_training_solutions.json train",
            "2 a.json test",
            "3 b.json test",
            "4 arc_concept_challenges.json train");
  }

  @Test
  void aSubsetThatIsThereInNeitherFormIsRefusedWithBothPlaces() throws IOException {
    Files.createDirectories(folder.resolve("arc/empty"));
    for (String subset : List.of("empty", "nowhere")) {
      assertThatThrownBy(() -> ArcSources.find(prefix(), List.of(subset), "x"))
          .isInstanceOf(InputRefusedException.class)
          .hasMessage(
              "subset %s: there is no file %s_%s_challenges.json, and no folder %s/%s with files of"
                      .formatted(subset, prefix(), subset, prefix(), subset)
                  + " tasks (*.json); check --input-file-prefix and --subsets");
    }
  }

  @Test
  void whatIsNamedLikeATaskAndIsNoFileIsRefused() throws IOException {
    write("arc/one/a.json", WHOLE);
    Path inner = Files.createDirectories(folder.resolve("arc/one/folder.json"));
    assertThatThrownBy(() -> ArcSources.find(prefix(), List.of("one"), "x"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(inner + " is no file, expected a file with one task; remove it or mend it");
    Path link = folder.resolve("arc/two/loop.json");
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, link);
    assertThatThrownBy(() -> ArcSources.find(prefix(), List.of("two"), "x"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageStartingWith(link + " is a link that leads to no file, or back to itself");
  }

  @Test
  void tasksAndAnswersAreReadFromPlainAndPackedFiles() throws IOException {
    for (boolean packed : List.of(false, true)) {
      tasks.clear();
      write("arc_t_challenges.json", packed, "{\"x1\":" + OPEN + ",\"x2\":" + OPEN + "}");
      write("arc_t_solutions.json", packed, "{\"x1\":[[[4]]],\"x2\":[[[5]]]}");
      List<SourceSummary> summaries = read("t", 30);
      assertThat(rejects).isEmpty();
      assertThat(tasks)
          .extracting(record -> record.task().id() + record.task().test().get(0).output())
          .containsExactly("x14", "x25");
      assertThat(tasks).allMatch(record -> record.use() == TestPairs.HELD_OUT);
      assertThat(summaries)
          .extracting(each -> each.source().name() + " " + each.read() + " " + each.rejected())
          .containsExactly("arc_t_solutions.json 0 0", "arc_t_challenges.json 2 0");
      assertThat(summaries.get(1).bytes())
          .isEqualTo(Files.size(folder.resolve("arc_t_challenges.json")));
    }
  }

  @Test
  void aGridLargerThanTheCanvasIsARejectWithTheRemedy() throws IOException {
    write("arc/big/wide.json", WHOLE.replace("[[1]]", "[[1,2,3,4,5]]"));
    read("big", 4);
    assertThat(tasks).isEmpty();
    assertThat(rejects.get(0).message())
        .isEqualTo(
            "wide.json: /wide: puzzle wide: task has a grid with a side of 5, the canvas has 4;"
                + " raise --canvas");
    rejects.clear();
    read("big", 5);
    assertThat(tasks).hasSize(1);
    assertThat(rejects).isEmpty();
  }

  @Test
  void aFileWhoseNameIsNoIdIsARejectAndTheOthersAreRead() throws IOException {
    write("arc/odd/good.json", WHOLE);
    write("arc/odd/a|||b.json", WHOLE);
    write("arc/odd/.json", WHOLE);
    read("odd", 30);
    assertThat(tasks).extracting(record -> record.task().id()).containsExactly("good");
    assertThat(rejects)
        .extracting(Reject::message)
        .anyMatch(text -> text.contains("task id is \"a|||b\", allowed: any text without |||"))
        .anyMatch(text -> text.contains("task id is \"\""))
        .hasSize(2);
  }

  @Test
  void everyTruncationOfAChallengesFileIsRefusedWithFileAndLine() throws IOException {
    String text = "{\"x1\":\n" + OPEN + "\n}";
    for (boolean packed : List.of(false, true)) {
      Path file = write("arc_cut_challenges.json", packed, text);
      byte[] whole = Files.readAllBytes(file);
      for (int length = packed ? 2 : 0; length < whole.length; length++) {
        Files.write(file, Arrays.copyOf(whole, length));
        assertThatThrownBy(() -> read("cut", 30))
            .as("%d of %d bytes, packed %s", length, whole.length, packed)
            .isInstanceOf(InputRefusedException.class)
            .hasMessageStartingWith("arc_cut_challenges.json:");
      }
    }
  }

  @Test
  void aFileOfTasksIsReadAtOnceOrRefusedWithAllThatIsWrong() throws IOException {
    Path file = write("tasks.json", "{\"a\":" + OPEN + ",\"b\":" + WHOLE + "}");
    Path answers = write("answers.json", "{\"a\":[[[7]]],\"b\":[[[8]]]}");
    assertThat(ArcTaskFile.read(file.toString(), Optional.empty()))
        .extracting(task -> task.test().get(0).output())
        .containsExactly(ArcTask.NO_ANSWER, org.tinyrecursive.transforms.arc.ArcGrid.parse("4"));
    assertThat(ArcTaskFile.read(file.toString(), Optional.of(answers.toString())))
        .extracting(task -> task.test().get(0).output().toString())
        .containsExactly("7", "8");
    write("tasks.json", "{\"a\":{},\n\"b\":" + OPEN + ",\n\"c\":7}");
    assertThatThrownBy(() -> ArcTaskFile.read(file.toString(), Optional.empty()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("tasks.json:1: /a: ")
        .hasMessageContaining("tasks.json:3: /c: ")
        .hasMessageEndingWith("\n2 tasks are wrong; correct them");
    write("tasks.json", "{\"a\":{}}");
    assertThatThrownBy(() -> ArcTaskFile.read(file.toString(), Optional.empty()))
        .hasMessageEndingWith("\n1 task is wrong; correct it");
    write("tasks.json", "{}");
    assertThatThrownBy(() -> ArcTaskFile.read(file.toString(), Optional.empty()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(file + ": has no task");
  }

  private String prefix() {
    return folder.resolve("arc").toString();
  }

  private List<SourceSummary> read(String subset, int canvas) throws IOException {
    List<SourceSummary> summaries = new ArrayList<>();
    for (ArcSource source : ArcSources.find(prefix(), List.of(subset), subset)) {
      summaries.addAll(new ArcSourceReader(canvas).read(source, tasks::add, rejects::add));
    }
    return summaries;
  }

  private Path write(String name, String text) throws IOException {
    return write(name, false, text);
  }

  private Path write(String name, boolean packed, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return packed ? Files.write(file, Gzip.members(text)) : Files.writeString(file, text);
  }
}
