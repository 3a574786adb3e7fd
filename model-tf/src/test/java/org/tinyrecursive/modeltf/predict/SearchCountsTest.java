package org.tinyrecursive.modeltf.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.random.StableRandom;

/** Counts of searches, and when a search is over early. */
class SearchCountsTest {
  private static final int STEPS = 4;

  /** What searches for so many random examples have brought; every third has no labels. */
  private static List<SearchCounts> random(int count) {
    StableRandom random = StableRandom.of(3);
    List<SearchCounts> all = new ArrayList<>();
    for (int example = 0; example < count; example++) {
      SearchSettings settings =
          SearchSettings.PLAIN.withMaxSteps(STEPS).withEarlyExit(EarlyExit.at(0.9));
      AnswerSearch search =
          new AnswerSearch(settings, AnswerCheck.NONE, example, new byte[] {1, 2}, 0);
      int labelled = example % 3 == 0 ? 0 : 2;
      boolean over = false;
      while (!over) {
        float qHalt = (float) random.nextGaussian() * 2;
        over = search.accept(new byte[2], qHalt, Math.min(labelled, random.nextInt(3)));
      }
      all.add(SearchCounts.of(search, labelled));
    }
    return all;
  }

  @Test
  void countsOfPartsAddUpToThoseOfTheWholeInAnyOrder() {
    List<SearchCounts> all = random(60);
    SearchCounts whole = all.stream().reduce(SearchCounts.EMPTY, SearchCounts::plus);
    SearchCounts left = all.subList(0, 23).stream().reduce(SearchCounts.EMPTY, SearchCounts::plus);
    SearchCounts right =
        all.subList(23, 60).stream().reduce(SearchCounts.EMPTY, SearchCounts::plus);

    assertThat(left.plus(right)).isEqualTo(whole);
    assertThat(right.plus(left)).isEqualTo(whole);
    assertThat(whole.examples()).isEqualTo(60);
    assertThat(whole.labelled()).isEqualTo(40);
    assertThat(whole.bySteps().values().stream().mapToLong(SearchCounts.Spent::examples).sum())
        .isEqualTo(60);
    assertThat(
            whole.bySteps().entrySet().stream()
                .mapToLong(entry -> entry.getKey() * entry.getValue().examples())
                .sum())
        .isEqualTo(whole.steps());
    assertThat(whole.bySteps().values().stream().mapToLong(SearchCounts.Spent::exact).sum())
        .isEqualTo(whole.exact());
  }

  @Test
  void examplesWithoutLabelsCountInNoAccuracy() {
    List<SearchCounts> all = random(60);
    SearchCounts whole = all.stream().reduce(SearchCounts.EMPTY, SearchCounts::plus);

    assertThat(whole.exactAccuracy()).isEqualTo(whole.exact() / 40.0).isBetween(0.01, 0.99);
    assertThat(whole.tokenAccuracy()).isEqualTo(whole.right() / 80.0);
    assertThat(whole.firstRollout().exactAccuracy(STEPS))
        .as("with one rollout, the answer taken is the last")
        .isEqualTo(whole.exactAccuracy());
    assertThat(all.get(0).exactAccuracy()).isZero();
    assertThat(SearchCounts.EMPTY.meanSteps()).isZero();
    assertThat(SearchCounts.EMPTY.tokenAccuracy()).isZero();
    assertThat(StepCounts.EMPTY.exactAccuracy(1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
  void aConfidenceThatIsNoneIsRefused(double confidence) {
    assertThatThrownBy(() -> EarlyExit.at(confidence))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage("--early-exit is %s, allowed: a confidence between 0 and 1", confidence);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 0.9, 0.999})
  void aModelIsSureFromTheLogitOnWhoseSigmoidIsTheConfidence(double confidence) {
    EarlyExit exit = EarlyExit.at(confidence);
    double logit = Math.log(confidence / (1 - confidence));

    assertThat(1 / (1 + Math.exp(-logit))).isCloseTo(confidence, within(1e-12));
    assertThat(exit.isSure((float) (logit + 1e-3))).isTrue();
    assertThat(exit.isSure((float) (logit - 1e-3))).isFalse();
    assertThat(EarlyExit.NEVER.isSure(Float.POSITIVE_INFINITY)).isFalse();
    assertThat(exit.isSure(Float.NaN)).isFalse();
  }
}
