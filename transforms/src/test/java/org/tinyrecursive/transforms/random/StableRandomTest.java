package org.tinyrecursive.transforms.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StableRandomTest {
  @Test
  void theFirstNumbersNeverChangeFromReleaseToRelease() {
    assertThat(firstThree(StableRandom.of(0)))
        .containsExactly(-6411193824288604561L, -5511663747979980962L, 7141179953334974231L);
    assertThat(firstThree(StableRandom.of(1, 2, 3)))
        .containsExactly(-2846709743536021066L, -5687880623560500242L, 5252753314788830526L);
    assertThat(firstThree(StableRandom.of(7, "puzzle-1")))
        .containsExactly(3921807804114322592L, 6430272634473466524L, -1657549306239171669L);
  }

  @Test
  void everySeedAndKeyHasItsOwnStreamAlsoWhenTheyAreSwappedOrEqual() {
    Set<Long> firsts = new HashSet<>();
    int streams = 0;
    for (long seed = -20; seed < 20; seed++) {
      firsts.add(StableRandom.of(seed).nextLong());
      streams++;
      for (long key = -20; key < 20; key++) {
        firsts.add(StableRandom.of(seed, key).nextLong());
        firsts.add(StableRandom.of(seed, key, 0).nextLong());
        firsts.add(StableRandom.of(seed, 0, key, seed).nextLong());
        streams += 3;
      }
    }
    assertThat(firsts).hasSize(streams);
  }

  @Test
  void streamsOfNeighbouringSeedsAndKeysDoNotResembleEachOther() {
    double[] byKey = LongStream.range(0, 20_000).mapToDouble(k -> uniform(3, k)).toArray();
    double[] bySeed = LongStream.range(0, 20_000).mapToDouble(s -> uniform(s, 3)).toArray();

    assertThat(correlation(byKey, bySeed)).isCloseTo(0, within(0.03));
    assertThat(correlation(byKey, Arrays.copyOfRange(byKey, 1, 20_001))).isCloseTo(0, within(0.03));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 97})
  void numbersBelowABoundAreEquallyFrequent(int bound) {
    StableRandom random = StableRandom.of(5, "bounds");
    int draws = 20_000 * bound;
    int[] counts = new int[bound];
    for (int i = 0; i < draws; i++) {
      counts[random.nextInt(bound)]++;
    }

    assertThat(Arrays.stream(counts).min().orElseThrow()).isGreaterThan(19_200);
    assertThat(Arrays.stream(counts).max().orElseThrow()).isLessThan(20_800);
  }

  @Test
  void theLargestBoundIsAllowedAndABoundBelowOneRefused() {
    assertThat(StableRandom.of(1).nextInt(Integer.MAX_VALUE)).isNotNegative();
    assertThatThrownBy(() -> StableRandom.of(1).nextInt(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bound is 0, allowed: 1 and above");
  }

  @Test
  void doublesFillTheUnitIntervalAndGaussiansHaveMeanZeroAndVarianceOne() {
    StableRandom random = StableRandom.of(9);
    double[] uniform = IntStream.range(0, 50_000).mapToDouble(i -> random.nextDouble()).toArray();
    double[] normal = IntStream.range(0, 50_000).mapToDouble(i -> random.nextGaussian()).toArray();

    assertThat(Arrays.stream(uniform).min().orElseThrow()).isBetween(0.0, 0.001);
    assertThat(Arrays.stream(uniform).max().orElseThrow()).isBetween(0.999, Math.nextDown(1.0));
    assertThat(Arrays.stream(uniform).average().orElseThrow()).isCloseTo(0.5, within(0.01));
    assertThat(Arrays.stream(normal).average().orElseThrow()).isCloseTo(0, within(0.02));
    assertThat(Arrays.stream(normal).map(v -> v * v).average().orElseThrow())
        .isCloseTo(1, within(0.03));
  }

  @Test
  void aPermutationHoldsEveryNumberOnceAndAllOrdersAreReached() {
    assertThat(StableRandom.of(3).permutation(0)).isEmpty();
    Set<String> orders = new HashSet<>();
    for (long key = 0; key < 500; key++) {
      int[] order = StableRandom.of(3, key).permutation(4);
      assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3);
      orders.add(Arrays.toString(order));
    }
    assertThat(orders).hasSize(24);
  }

  private static long[] firstThree(StableRandom random) {
    return new long[] {random.nextLong(), random.nextLong(), random.nextLong()};
  }

  private static double uniform(long seed, long key) {
    return StableRandom.of(seed, key).nextDouble();
  }

  private static double correlation(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - 0.5) * (b[i] - 0.5);
    }
    return sum / a.length * 12;
  }
}
