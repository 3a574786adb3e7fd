package org.tinyrecursive.transforms.arc.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.arc.ArcGrid;

class TallyTest {
  private static final ArcGrid ONE = ArcGrid.parse("1");
  private static final ArcGrid TWO = ArcGrid.parse("2/2/2");
  private static final ArcGrid THREE = ArcGrid.parse("333");

  @Test
  void mostVotesComeFirstThenMeanConfidenceThenTheFirstSeen() {
    Tally tally = new Tally();
    tally.add(THREE, 0, 0.5);
    tally.add(ONE, 1, 0.25);
    tally.add(TWO, 2, 0.9);
    tally.add(TWO, 3, 0.0);
    tally.add(ArcGrid.parse("4"), 4, 0.5);
    Ranking ranking = tally.rank();
    assertThat(ranking.candidates())
        .containsExactly(
            new Candidate(TWO, 2, 0.45),
            new Candidate(THREE, 1, 0.5),
            new Candidate(ArcGrid.parse("4"), 1, 0.5),
            new Candidate(ONE, 1, 0.25));
    assertThat(ranking.votes()).isEqualTo(5);
    assertThat(ranking.placeOf(ONE)).hasValue(4);
    assertThat(ranking.placeOf(ArcGrid.parse("9"))).isEmpty();
  }

  @Test
  void partsInAnyOrderGiveTheLastBitOfTheWhole() throws IOException {
    Random random = new Random(7);
    List<Integer> places = IntStream.range(0, 300).boxed().collect(Collectors.toList());
    double[] confidences = random.doubles(300).toArray();
    List<ArcGrid> grids = List.of(ONE, TWO, THREE);
    Tally whole = new Tally();
    places.forEach(place -> whole.add(grids.get(place % 3), place, confidences[place]));
    Collections.shuffle(places, random);
    Tally joined = new Tally();
    for (List<Integer> part : List.of(places.subList(0, 90), places.subList(90, 300))) {
      Tally tally = new Tally();
      part.forEach(place -> tally.add(grids.get(place % 3), place, confidences[place]));
      joined.addAll(copy(tally));
    }
    assertThat(joined.rank()).isEqualTo(whole.rank());
  }

  @Test
  void aGridOfAnySizeIsReadAsItWasWritten() throws IOException {
    Tally tally = new Tally();
    for (int rows = 1; rows <= ArcGrid.MAX_SIDE; rows += 7) {
      for (int columns = 1; columns <= ArcGrid.MAX_SIDE; columns += 3) {
        byte[] cells = new byte[rows * columns];
        for (int i = 0; i < cells.length; i++) {
          cells[i] = (byte) ((i + rows) % 10);
        }
        tally.add(ArcGrid.of(rows, columns, cells), rows * 100L + columns, 0.125);
      }
    }
    assertThat(copy(tally).rank()).isEqualTo(tally.rank());
  }

  @Test
  void fewerCandidatesThanAttemptsRepeatTheFirst() {
    Tally tally = new Tally();
    tally.add(TWO, 0, 0.5);
    VotedQuestion question = VotedQuestion.of(ONE, Optional.of(TWO), tally.rank());
    assertThat(question.attempts()).containsExactly(TWO, TWO);
    assertThat(question.passesAt(1)).isTrue();
  }

  @Test
  void aQuestionNobodyVotedOnIsStillAnswered() {
    VotedQuestion question = VotedQuestion.of(ONE, Optional.of(TWO), new Tally().rank());
    assertThat(question.attempts()).containsExactly(VotedQuestion.NOTHING, VotedQuestion.NOTHING);
    assertThat(question.place()).isEqualTo(OptionalInt.empty());
    assertThat(question.passesAt(1000)).isFalse();
  }

  private static Tally copy(Tally tally) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    tally.write(new DataOutputStream(bytes));
    Tally copy = new Tally();
    copy.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    return copy;
  }
}
