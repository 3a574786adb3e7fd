package org.tinyrecursive.transforms.beam;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.joda.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts that count as equal where they have the same letters, whatever the order. */
class FindLeakedRowsTest {
  private static final List<RawSource> SOURCES =
      List.of(
          new RawSource("a/learn.csv", "train", 0),
          new RawSource("b/more.csv", "train", 1),
          new RawSource("exam.csv", "test", 2));

  @ParameterizedTest
  @EnumSource
  void whatIsLearnedIsFoundHoweverMuchTheInvariantTells(Letters invariant) {
    assertThat(
            found(
                invariant,
                List.of(row(0, 2, "abc"), row(0, 3, "xyz"), row(1, 2, "cab"), row(1, 9, "abc")),
                List.of(row(2, 2, "abc"), row(2, 3, "bca"), row(2, 4, "abd"), row(2, 5, "zyx"))))
        .containsExactly(
            "example exam.csv:2 is learn.csv:2, more.csv:9",
            "example exam.csv:3 is learn.csv:2, more.csv:2, more.csv:9 up to symmetry",
            "example exam.csv:5 is learn.csv:3 up to symmetry");
  }

  @Test
  void nothingIsFoundWhereNothingIsLearnedOrTested() {
    List<PuzzleRow> rows = List.of(row(0, 2, "abc"));
    assertThat(found(Letters.ALL, rows, List.of())).isEmpty();
    assertThat(found(Letters.ALL, List.of(), List.of(row(2, 2, "abc")))).isEmpty();
    assertThat(found(Letters.ALL, rows, List.of(row(2, 2, "abd")))).isEmpty();
  }

  /** Steps that wait for each other's findings have stood still where there were none. */
  @Test
  void searchesThatFindNothingEnd() {
    for (int search = 0; search < 40; search++) {
      Pipeline pipeline =
          Pipeline.create(PipelineOptionsFactory.fromArgs("--blockOnRun=false").create());
      leaked(pipeline, Letters.ALL, List.of(row(0, 2, "abc")), List.of(row(2, 2, "abd")));

      assertThat(pipeline.run().waitUntilFinish(Duration.standardSeconds(20)))
          .as("search %d", search)
          .isEqualTo(PipelineResult.State.DONE);
    }
  }

  @Test
  void ofManyEqualRowsTheFirstAreNamedInTheirOrder() {
    List<PuzzleRow> train = new ArrayList<>();
    for (int line = 2; line < 102; line++) {
      train.add(row(0, line, "abc"));
    }
    Collections.reverse(train);
    assertThat(found(Letters.ALL, train, List.of(row(2, 2, "abc"))))
        .singleElement()
        .asString()
        .startsWith("example exam.csv:2 is learn.csv:2, learn.csv:3")
        .endsWith("learn.csv:11");
  }

  /** How much an invariant tells: of all letters, of the smallest, of none. */
  private enum Letters {
    ALL,
    SMALLEST,
    NONE
  }

  private record Anagrams(Letters letters) implements QuestionForm {
    @Override
    public long invariant(byte[] question) {
      return switch (letters) {
        case ALL -> Arrays.hashCode(sorted(question));
        case SMALLEST -> sorted(question)[0];
        case NONE -> 7;
      };
    }

    @Override
    public String canonical(byte[] question) {
      return new String(sorted(question), StandardCharsets.US_ASCII);
    }
  }

  private static byte[] sorted(byte[] question) {
    byte[] letters = question.clone();
    Arrays.sort(letters);
    return letters;
  }

  private static PuzzleRow row(int source, long line, String question) {
    byte[] tokens = question.getBytes(StandardCharsets.US_ASCII);
    return new PuzzleRow(source, line, line, tokens, tokens);
  }

  private static final List<String> FOUND = Collections.synchronizedList(new ArrayList<>());

  /** What is said of every leaked row, in order. */
  private static List<String> found(Letters letters, List<PuzzleRow> train, List<PuzzleRow> test) {
    FOUND.clear();
    Pipeline pipeline = Pipeline.create();
    PCollection<LeakedRow> leaked = leaked(pipeline, letters, train, test);
    PAssert.that(leaked)
        .satisfies(
            rows -> {
              List<LeakedRow> sorted = new ArrayList<>();
              rows.forEach(sorted::add);
              Collections.sort(sorted);
              sorted.forEach(row -> FOUND.add(row.match().toString()));
              return null;
            });
    pipeline.run().waitUntilFinish();
    return List.copyOf(FOUND);
  }

  private static PCollection<LeakedRow> leaked(
      Pipeline pipeline, Letters letters, List<PuzzleRow> train, List<PuzzleRow> test) {
    return PCollectionTuple.of(
            FindLeakedRows.TRAIN,
            pipeline.apply("Train", Create.of(train).withCoder(PuzzleRowCoder.of())))
        .and(
            FindLeakedRows.TEST,
            pipeline.apply("Test", Create.of(test).withCoder(PuzzleRowCoder.of())))
        .apply(new FindLeakedRows(new Anagrams(letters), SOURCES));
  }
}
