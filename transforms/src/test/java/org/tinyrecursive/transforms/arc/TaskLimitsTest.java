package org.tinyrecursive.transforms.arc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.InputRefusedException;

class TaskLimitsTest {
  private static final String RIGHT =
      "{\"train\":[{\"input\":[[1]],\"output\":[[2]]}],\"test\":[{\"input\":[[3]],\"output\":[[4]]}]}";
  private static final int MANY = 15_000_000;

  private final List<ArcReject> rejects = new ArrayList<>();
  private int right;

  @Test
  void aFileOfWrongTasksAloneIsRefusedBeforeItIsRead() {
    assertThatThrownBy(() -> read("5", MANY))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageStartingWith("c.json:10002: more than 10,000 tasks are wrong")
        .hasMessageContaining("/t10000: task is 5");
    assertThat(rejects).hasSize(TaskLimits.MAX_WRONG);
  }

  @Test
  void asManyWrongTasksAsAllowedAreHandedOver() {
    read("5", TaskLimits.MAX_WRONG);
    assertThat(rejects).hasSize(TaskLimits.MAX_WRONG);
  }

  @Test
  void aFileHasOneHundredThousandTasksAtMost() {
    read(RIGHT, TaskLimits.MAX_TASKS);
    assertThat(right).isEqualTo(TaskLimits.MAX_TASKS);
    assertThatThrownBy(() -> read(RIGHT, MANY))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("task 100,001 begins here, allowed: 100,000 in a file");
  }

  @Test
  void aFileOfAnswersIsBoundedAlike() {
    assertThatThrownBy(() -> ArcSolutions.read("s.json", tasks("[]", MANY)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("s.json:100002: task 100,001 begins here");
    assertThatThrownBy(() -> ArcSolutions.read("s.json", tasks("7", MANY)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("more than 10,000 tasks are wrong");
  }

  @Test
  void aTaskThatIsThereTwiceIsToldOnceAndItsAnswerIsNotToBlame() {
    String twice = "{\"a\":" + RIGHT + ",\n\"a\":" + RIGHT + "}";
    reader()
        .readChallenges(
            "c.json",
            stream(twice),
            Optional.of(ArcSolutions.read("s.json", stream("{\"a\":[[[4]]]}"))));
    assertThat(right).isEqualTo(1);
    assertThat(rejects)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.line()).isEqualTo(2);
              assertThat(one.reason()).isEqualTo("is there twice; it names one task");
            });
  }

  private void read(String task, int count) {
    reader().readChallenges("c.json", tasks(task, count), Optional.empty());
  }

  private ArcTaskReader reader() {
    return new ArcTaskReader(task -> right++, rejects::add);
  }

  /** A file with a task a line, made while it is read: whole, it would fill the memory. */
  private static InputStream tasks(String task, int count) {
    return new SequenceInputStream(
        Collections.enumeration(
            new AbstractList<InputStream>() {
              @Override
              public InputStream get(int at) {
                String line = (at == 0 ? "{" : ",") + "\n\"t" + at + "\":" + task;
                return TaskLimitsTest.stream(at == count ? "}" : line);
              }

              @Override
              public int size() {
                return count + 1;
              }
            }));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
