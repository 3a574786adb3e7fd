package org.tinyrecursive.workflows.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.workflows.report.Curves.Evaluations;

class CurvesTest {
  private static Column column(double... values) {
    Column column = new Column();
    Arrays.stream(values).forEach(column::add);
    return column;
  }

  @Test
  void neighboursAreAveragedAndGapsAreNotCounted() {
    assertThat(column(1, 3, Double.NaN, 5, Double.NaN, Double.NaN).thinned(3))
        .containsExactly(2.0, 5.0, null);
    assertThat(column(1, Double.NaN).all()).containsExactly(1.0, null);
    assertThat(column().thinned(3)).isEmpty();
  }

  @Test
  void everyValueIsInJustOneOfThePoints() {
    Column thousand = column(IntStream.range(0, 1_003).asDoubleStream().toArray());

    List<Double> points = thousand.thinned(200);

    assertThat(points).hasSize(200).isSorted();
    assertThat(points.get(0)).isEqualTo(2);
    assertThat(points.get(199)).isGreaterThan(999);
  }

  @Test
  void theLastAccuracyIsThatOfTheAverageWhereThereIsOne() {
    List<Double> two = List.of(1.0, 2.0);
    Evaluations averaged = new Evaluations(two, List.of(0.1, 0.2), List.of(0.3, 0.4), two);
    Evaluations raw = new Evaluations(two, List.of(0.1, 0.2), Arrays.asList(0.3, null), two);
    Evaluations none = new Evaluations(List.of(), List.of(), List.of(), List.of());

    assertThat(averaged.lastExact()).hasValue(0.4);
    assertThat(raw.lastExact()).hasValue(0.2);
    assertThat(none.lastExact()).isEmpty();
  }
}
