package org.tinyrecursive.rna.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TilingTest {
  private static double[] coil(int length) {
    double[] xyz = new double[3 * length];
    for (int i = 0; i < length; i++) {
      xyz[3 * i] = 8 * Math.cos(0.57 * i);
      xyz[3 * i + 1] = 8 * Math.sin(0.57 * i);
      xyz[3 * i + 2] = 2.8 * i;
    }
    return xyz;
  }

  @ParameterizedTest
  @CsvSource({"10,10,1", "11,10,2", "15,10,2", "16,10,3", "100,10,19", "5000,96,104"})
  void windowsCoverTheChainAndShareHalf(int length, int size, int count) {
    List<Tiling.Window> windows = Tiling.windows(length, size);
    assertThat(windows).hasSize(count);
    assertThat(windows.get(0).from()).isZero();
    assertThat(windows.get(count - 1).to()).isEqualTo(length);
    for (int k = 1; k < count; k++) {
      assertThat(windows.get(k - 1).to() - windows.get(k).from()).isGreaterThanOrEqualTo(size / 2);
    }
  }

  @Test
  void aChainThatFitsIsLeftAsItIs() {
    double[] whole = coil(12);
    List<Tiling.Part> one = List.of(new Tiling.Part(new Tiling.Window(0, 12), whole));
    assertThat(Tiling.join(12, one)).containsExactly(whole);
  }

  @Test
  void partsThatWereTurnedMeetAgain() {
    double[] whole = coil(50);
    List<Tiling.Part> parts = new ArrayList<>();
    for (Tiling.Window window : Tiling.windows(50, 16)) {
      double[] part = Arrays.copyOfRange(whole, 3 * window.from(), 3 * window.to());
      for (int i = 0; i < part.length && window.from() > 0; i += 3) {
        double x = part[i];
        part[i] = -part[i + 1] + 30;
        part[i + 1] = x - 4;
      }
      parts.add(new Tiling.Part(window, part));
    }
    assertThat(Tiling.join(50, parts)).containsExactly(whole, within(1e-6));
    assertThat(Tiling.join(whole, parts)).containsExactly(whole, within(1e-6));
  }
}
