package org.tinyrecursive.workflows.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.arc.ArcTask;

class UnseenTasksTest {
  private static final String OPEN =
      "{\"train\":[{\"input\":[[1]],\"output\":[[2]]}],\"test\":[{\"input\":[[3]]},{\"input\":[[4]]}]}";
  private static final String ANSWERED =
      "{\"train\":[{\"input\":[[1]],\"output\":[[2]]}],\"test\":[{\"input\":[[3]],\"output\":[[5]]}]}";

  @TempDir private Path folder;

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void assertRefused(Path place, String... words) {
    assertThatThrownBy(() -> UnseenTasks.read(place))
        .isInstanceOf(InputRefusedException.class)
        .satisfies(refused -> assertThat(refused.getMessage()).contains(words));
  }

  @Test
  void aFolderOfFilesHasOneTaskEachInTheOrderOfTheirIds() throws IOException {
    file("b.json", OPEN);
    file("a.json", ANSWERED);
    file("notes.txt", "not a task");

    UnseenTasks tasks = UnseenTasks.read(folder);

    assertThat(tasks.tasks()).extracting(ArcTask::id).containsExactly("a", "b");
    assertThat(tasks.questions()).isEqualTo(3);
    assertThat(tasks.isAnswered()).isFalse();
    assertThat(UnseenTasks.read(folder.resolve("a.json")).isAnswered()).isTrue();
  }

  @Test
  void aFolderWithOneFileOfChallengesIsThatFileWithTheSolutionsBesideIt() throws IOException {
    file("arc-agi_test_challenges.json", "{\"x\":" + OPEN + "}");
    file("sample_submission.json", "{}");
    assertThat(UnseenTasks.read(folder).isAnswered()).isFalse();

    file("arc-agi_test_solutions.json", "{\"x\":[[[6]],[[7]]]}");
    UnseenTasks tasks = UnseenTasks.read(folder);

    assertThat(tasks.tasks()).extracting(ArcTask::id).containsExactly("x");
    assertThat(tasks.isAnswered()).isTrue();
    assertThat(UnseenTasks.read(folder.resolve("arc-agi_test_challenges.json"))).isEqualTo(tasks);
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() throws IOException {
    file("a.json", ANSWERED);
    UnseenTasks answered = UnseenTasks.read(folder);
    Path written = folder.resolve("written");
    answered.write(written);

    assertThat(UnseenTasks.read(written)).isEqualTo(answered);

    file("b.json", OPEN);
    UnseenTasks open = UnseenTasks.read(folder);
    open.write(folder.resolve("open"));
    assertThat(folder.resolve("open/arc_unseen_solutions.json")).doesNotExist();
    assertThat(UnseenTasks.read(folder.resolve("open")).tasks())
        .extracting(ArcTask::id)
        .containsExactly("a", "b");
  }

  @Test
  void whatIsNoTaskIsRefusedWithItsPlace() throws IOException {
    assertRefused(folder, "has no file *.json", "challenges.json");
    assertRefused(folder.resolve("absent"), "absent does not exist");
    file("none_challenges.json", "{}");
    assertRefused(folder, "has no task");
    file("more_challenges.json", "{}");
    assertRefused(folder, "has 2 files of challenges", "more_challenges.json");
    Path wrong = Files.createDirectory(folder.resolve("wrong"));
    Files.writeString(wrong.resolve("z.json"), OPEN.replace("[[3]]", "[]"));
    Files.writeString(wrong.resolve("y.json"), OPEN.replace("[[1]]", "[[11]]"));
    assertRefused(wrong, "y.json:1: task y, /train/0/input/0/0", "and 1 more");
  }
}
