package org.tinyrecursive.transforms.arc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.random.StableRandom;

class ArcTaskReaderTest {
  private static final String GOOD =
      "{\"train\":[{\"input\":[[1]],\"output\":[[2]]}],\"test\":[{\"input\":[[3]]}]}";

  private final List<ArcTask> tasks = new ArrayList<>();
  private final List<ArcReject> rejects = new ArrayList<>();

  @Test
  void writtenTasksAreReadBack() throws IOException {
    List<ArcTask> written = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      written.add(ArcArbitraries.task("task" + i, StableRandom.of(i)));
    }
    StringWriter challenges = new StringWriter();
    StringWriter solutions = new StringWriter();
    try (JsonGenerator open = new JsonFactory().createGenerator(challenges);
        JsonGenerator answers = new JsonFactory().createGenerator(solutions)) {
      open.writeStartObject();
      answers.writeStartObject();
      for (ArcTask task : written) {
        open.writeFieldName(task.id());
        ArcTaskWriter.writeChallenge(task, open);
        answers.writeFieldName(task.id());
        ArcTaskWriter.writeSolution(task, answers);
      }
      open.writeEndObject();
      answers.writeEndObject();
    }
    read(challenges.toString(), Optional.of(solutions.toString()));
    assertThat(rejects).isEmpty();
    assertThat(tasks).isEqualTo(written);
  }

  @Test
  void aTaskInAFileOfItsOwnHasItsNameForAnId() throws IOException {
    ArcTask task = ArcArbitraries.task("007bbfb7", StableRandom.of(1));
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      ArcTaskWriter.write(task, json);
    }
    reader().readTask("007bbfb7.json", stream(text.toString()));
    assertThat(tasks).containsExactly(task);
  }

  @Test
  void withoutSolutionsAnswersAreDummies() {
    read("{\"a\":" + GOOD + "}", Optional.empty());
    assertThat(tasks.get(0).test().get(0).output()).isEqualTo(ArcTask.NO_ANSWER);
  }

  @Test
  void fieldsOfOtherNamesArePassedOver() {
    read("{\"a\":{\"name\":{\"x\":[1]}," + GOOD.substring(1) + "}", Optional.empty());
    assertThat(tasks).hasSize(1);
  }

  static Stream<Arguments> wrongTasks() {
    String wideRow = "[" + "1,".repeat(30) + "1]";
    String rows31 = "[" + "[1],".repeat(30) + "[1]]";
    return Stream.of(
        arguments(train("[[1,2],[3]]"), "/x/train/0/input/1", "has 1 cells, the rows above 2"),
        arguments(train("[[1,10]]"), "/x/train/0/input/0/1", "is 10, allowed: 0 to 9"),
        arguments(train("[[-1]]"), "/x/train/0/input/0/0", "is -1, allowed: 0 to 9"),
        arguments(train("[[1.0]]"), "/x/train/0/input/0/0", "is 1.0, allowed: 0 to 9"),
        arguments(train("[[null]]"), "/x/train/0/input/0/0", "is null, allowed: 0 to 9"),
        arguments(train(rows31), "/x/train/0/input/30", "is one too many, allowed: 1 to 30 rows"),
        arguments(
            train("[" + wideRow + "]"),
            "/x/train/0/input/0/30",
            "is one too many, allowed: 1 to 30 in a row"),
        arguments(train("[]"), "/x/train/0/input", "is empty, allowed: 1 to 30 rows"),
        arguments(train("[[]]"), "/x/train/0/input/0", "is empty, allowed: 1 to 30 cells"),
        arguments(train("[1]"), "/x/train/0/input/0", "is 1, expected a list of colours"),
        arguments(train("\"11/22\""), "/x/train/0/input", "is the text \"11/22\", expected a list"),
        arguments("5", "/x", "is 5, expected an object"),
        arguments("[1,[2,{\"a\":3}]]", "/x", "is a list, expected an object"),
        arguments("{\"train\":[]}", "/x", "has no train pair"),
        arguments("{\"train\":{}}", "/x/train", "is an object, expected a list of pairs"),
        arguments("{\"train\":[3]}", "/x/train/0", "is no object with"),
        arguments("{\"test\":[{\"input\":[[1]]}]}", "/x", "has no field \"train\""),
        arguments("{\"train\":[{\"input\":[[1]]}]}", "/x/train", "has no field \"output\""),
        arguments("{\"train\":[{\"output\":[[1]]}]}", "/x/train/0", "has no field \"input\""));
  }

  @ParameterizedTest
  @MethodSource("wrongTasks")
  void aWrongTaskIsRejectedWithItsPathAndTheOthersAreRead(String task, String path, String reason) {
    read("{\"a\":" + GOOD + ",\n\"x\":" + task + ",\n\"b\":" + GOOD + "}", Optional.empty());
    assertThat(tasks).extracting(ArcTask::id).containsExactly("a", "b");
    assertThat(rejects).hasSize(1);
    assertThat(rejects.get(0).file()).isEqualTo("c.json");
    assertThat(rejects.get(0).task()).isEqualTo("x");
    assertThat(rejects.get(0).line()).isEqualTo(2);
    assertThat(rejects.get(0).path()).isEqualTo(path);
    assertThat(rejects.get(0).reason()).startsWith(reason);
  }

  @Test
  void anIdThatIsThereTwiceIsRejected() {
    read("{\"a\":" + GOOD + ",\"a\":" + GOOD + ",\"b\":" + GOOD + "}", Optional.empty());
    assertThat(tasks).extracting(ArcTask::id).containsExactly("a", "b");
    assertThat(rejects)
        .extracting(ArcReject::path, ArcReject::reason)
        .containsExactly(tuple("/a", "is there twice; it names one task"));
  }

  static Stream<Arguments> wrongSolutions() {
    return Stream.of(
        arguments("{\"b\":[[[1]]]}", "/a", "has no answer in s.json; is that the file of another"),
        arguments("{\"a\":[]}", "/a/test", "has 1 pairs, but s.json has 0 answers at /a"),
        arguments("{\"a\":[[[1]],[[2]]]}", "/a/test", "has 1 pairs, but s.json has 2 answers"),
        arguments("{\"a\":[[[11]]]}", "/a", "has a wrong answer, s.json:1: /a/0/0/0: cell is 11"),
        arguments(
            "{\"a\":7}", "/a", "has a wrong answer, s.json:1: /a: answer is 7, expected a list"));
  }

  @ParameterizedTest
  @MethodSource("wrongSolutions")
  void solutionsThatDoNotFitAreToldWithTheTask(String solutions, String path, String reason) {
    read("{\"a\":" + GOOD + "}", Optional.of(solutions));
    assertThat(tasks).isEmpty();
    assertThat(rejects.get(0).file()).isEqualTo("c.json");
    assertThat(rejects.get(0).path()).isEqualTo(path);
    assertThat(rejects.get(0).reason()).startsWith(reason);
  }

  @Test
  void answersOfTasksThatAreNotThereAreRejected() {
    read("{\"a\":" + GOOD + "}", Optional.of("{\"b\":[[[1]]],\"a\":[[[5]]]}"));
    assertThat(tasks).hasSize(1);
    assertThat(rejects).hasSize(1);
    assertThat(rejects.get(0).reason()).startsWith("belongs to no task of c.json");
  }

  @Test
  void answersOfATaskThatIsRefusedAreNotRejectedToo() {
    read("{\"a\":{\"train\":[]},\"b\":" + GOOD + "}", Optional.of("{\"a\":[],\"b\":[[[5]]]}"));
    assertThat(tasks).hasSize(1);
    assertThat(rejects).singleElement().satisfies(one -> assertThat(one.task()).isEqualTo("a"));
  }

  @Test
  void answersOfNoTaskAreToldWithTheirLine() {
    read("{\"a\":" + GOOD + "}", Optional.of("{\"a\":[[[5]]],\n\n\"b\":[[[1]]]}"));
    assertThat(rejects).singleElement().satisfies(one -> assertThat(one.line()).isEqualTo(3));
  }

  @Test
  void aTaskInAFileOfItsOwnNeedsItsAnswers() {
    reader().readTask("x.json", stream(GOOD));
    assertThat(tasks).isEmpty();
    assertThat(rejects.get(0).path()).isEqualTo("/test/0");
    assertThat(rejects.get(0).reason()).startsWith("has no field \"output\"");
  }

  @Test
  void anEmptyFileOfATaskIsRejectedAsOne() {
    reader().readTask("x.json", stream(""));
    assertThat(rejects)
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.task()).isEqualTo("x");
              assertThat(one.what() + " " + one.reason())
                  .isEqualTo("task is empty, expected an object with the fields train and test");
            });
  }

  static Stream<Arguments> notJson() {
    return Stream.of(
        arguments("", "c.json:1: the file is empty, expected an object with a task"),
        arguments("[]", "c.json:1: the file is a list, expected an object with a task"),
        arguments("{\"a\":\n" + GOOD, "c.json:2: not valid JSON at column 68, /a: Unexpected end"),
        arguments("{\"a\":\n{\"train\":[{\"input\":[[1", "c.json:2: not valid JSON"),
        arguments("{\"a\":\n{\"train\":[{\"input\":[[1x", "/a/train/0/input/0"),
        arguments("{\"a\":" + GOOD + "} {}", "c.json:1: an object follows where the file should"),
        arguments("PK\u0003\u0004", "c.json:1: not valid JSON at column"));
  }

  @ParameterizedTest
  @MethodSource("notJson")
  void aFileThatIsNoJsonIsRefusedWithItsPlace(String text, String message) {
    assertThatThrownBy(() -> read(text, Optional.empty()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "[", "{\"a", "\"a", "{\"a\":{\"b\":\"", "{\"x\":[1,", "\0", " "})
  void garbageOfAnySizeIsRefusedInBoundedMemory(String start) {
    long size = 200_000_000;
    assertThatThrownBy(
            () -> reader().readChallenges("c.json", new Endless(start, size), Optional.empty()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("c.json");
  }

  @Test
  void anUnseenTaskNeedsNoAnswerAndKeepsTheOneItHas() {
    String open = train("[[3]]");
    reader().readUnseenTask("open.json", stream(open));
    reader()
        .readUnseenTask(
            "known.json",
            stream(
                open.replace(
                    "\"test\":[{\"input\":[[1]]", "\"test\":[{\"input\":[[1]],\"output\":[[7]]")));
    reader().readTask("answered.json", stream(open));

    assertThat(tasks).extracting(ArcTask::id).containsExactly("open", "known");
    assertThat(tasks.get(0).test().get(0).output()).isEqualTo(ArcTask.NO_ANSWER);
    assertThat(tasks.get(1).test().get(0).output()).isEqualTo(ArcGrid.parse("7"));
    assertThat(rejects).extracting(ArcReject::task).containsExactly("answered");
  }

  /** A start, then its last character over and over; no test could hold it in memory whole. */
  private static final class Endless extends InputStream {
    private final byte[] start;
    private final long size;
    private long at;

    Endless(String start, long size) {
      this.start = start.getBytes(StandardCharsets.UTF_8);
      this.size = size;
    }

    @Override
    public int read() {
      if (at == size) {
        return -1;
      }
      return start[(int) Math.min(at++, start.length - 1)];
    }

    @Override
    public int read(byte[] target, int from, int length) {
      int count = (int) Math.min(length, size - at);
      for (int i = 0; i < count; i++) {
        target[from + i] = start[(int) Math.min(at++, start.length - 1)];
      }
      return count == 0 ? -1 : count;
    }
  }

  private void read(String challenges, Optional<String> solutions) {
    reader()
        .readChallenges(
            "c.json",
            stream(challenges),
            solutions.map(text -> ArcSolutions.read("s.json", stream(text))));
  }

  private ArcTaskReader reader() {
    return new ArcTaskReader(tasks::add, rejects::add);
  }

  private static String train(String grid) {
    return "{\"train\":[{\"input\":%s,\"output\":[[1]]}],\"test\":[{\"input\":[[1]]}]}"
        .formatted(grid);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
