package org.tinyrecursive.transforms.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinyrecursive.transforms.arc.ArcArbitraries;
import org.tinyrecursive.transforms.arc.TestPairs;
import org.tinyrecursive.transforms.random.StableRandom;

/** What every coder of ours promises: the same element back, the same bytes again, no byte more. */
class CodersTest {
  /**
   * A coder and elements for it.
   *
   * @param element one of many, by a seed
   */
  private record Coded<T>(Coder<T> coder, LongFunction<T> element, LongFunction<String> content) {
    @Override
    public String toString() {
      return coder.getClass().getSimpleName();
    }
  }

  static Stream<Coded<?>> coders() {
    return Stream.of(
        new Coded<>(PuzzleRowCoder.of(), CodersTest::row, seed -> content(row(seed))),
        new Coded<>(ArcRecordCoder.of(), CodersTest::record, seed -> record(seed).toString()));
  }

  @ParameterizedTest
  @MethodSource("coders")
  <T> void anElementComesBackFromTheSameBytesEveryTime(Coded<T> coded) throws IOException {
    for (long seed = 0; seed < 200; seed++) {
      T element = coded.element().apply(seed);
      byte[] bytes = CoderUtils.encodeToByteArray(coded.coder(), element);
      assertThat(CoderUtils.encodeToByteArray(coded.coder(), coded.element().apply(seed)))
          .isEqualTo(bytes);
      T back = CoderUtils.decodeFromByteArray(coded.coder(), bytes);
      assertThat(back).isEqualTo(element);
      assertThat(back instanceof PuzzleRow row ? content(row) : back.toString())
          .isEqualTo(coded.content().apply(seed));
    }
  }

  /** Elements stand one behind the other: each must end where it ends. */
  @ParameterizedTest
  @MethodSource("coders")
  <T> void elementsInARowDoNotReadOfEachOther(Coded<T> coded) throws IOException {
    List<T> elements = Stream.of(1L, 2L, 3L, 4L).map(coded.element()::apply).toList();
    ListCoder<T> list = ListCoder.of(coded.coder());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    list.encode(elements, bytes);
    ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
    assertThat(list.decode(in)).isEqualTo(elements);
    assertThat(in.read()).isNegative();
  }

  @ParameterizedTest
  @MethodSource("coders")
  <T> void noTruncationIsTakenForAnElement(Coded<T> coded) throws IOException {
    byte[] bytes = CoderUtils.encodeToByteArray(coded.coder(), coded.element().apply(1));
    int step = Math.max(1, bytes.length / 300);
    for (int length = 0; length < bytes.length; length += step) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> CoderUtils.decodeFromByteArray(coded.coder(), cut))
          .as("%d of %d bytes", length, bytes.length)
          .isInstanceOfAny(CoderException.class, IOException.class, IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("coders")
  <T> void groupingByAnElementIsAllowed(Coded<T> coded) throws Coder.NonDeterministicException {
    coded.coder().verifyDeterministic();
  }

  private static PuzzleRow row(long seed) {
    StableRandom random = StableRandom.of(seed, "row");
    byte[] question = new byte[random.nextInt(90)];
    byte[] answer = new byte[question.length];
    for (int i = 0; i < question.length; i++) {
      question[i] = (byte) random.nextInt(256);
      answer[i] = (byte) random.nextInt(256);
    }
    return new PuzzleRow(
        random.nextInt(9), random.nextLong() >>> 20, random.nextLong(), question, answer);
  }

  private static String content(PuzzleRow row) {
    return row.sourceIndex()
        + ":"
        + row.line()
        + " "
        + row.key()
        + Arrays.toString(row.question())
        + Arrays.toString(row.answer());
  }

  private static ArcRecord record(long seed) {
    StableRandom random = StableRandom.of(seed, "record");
    return new ArcRecord(
        ArcArbitraries.task("täsk \"" + seed, random),
        random.nextInt(1000),
        random.nextInt(2) == 0 ? TestPairs.HELD_OUT : TestPairs.LEARNED);
  }
}
