package org.tinyrecursive.rna.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinkerTest {
  private static final int LENGTH = 20;

  /** Pairs 3:18, 4:17 before the strand, 7:13, 8:12 behind it; 5 and 6 stand between. */
  private static Linker linker(double[] xyz) {
    return new Linker(LocalDate.EPOCH, "A".repeat(LENGTH), xyz, 3, 8, 17, 13);
  }

  @Test
  void theStrandBetweenTheHelicesIsWithoutTheTwoPairsAtEachEnd() {
    assertThat(linker(new double[3 * LENGTH]).unpaired()).isEqualTo(2);
  }

  @Test
  void eachHelixIsTakenByItsTwoNearestPairs() {
    Linker linker = linker(new double[3 * LENGTH]);
    assertThat(linker.start()).containsExactly(3, 4, 17, 18);
    assertThat(linker.end()).containsExactly(7, 8, 13, 12);
  }

  @Test
  void itIsResolvedWhereTheStrandAndAllFourPartnersAre() {
    Set<Integer> needed = Set.of(3, 4, 5, 6, 7, 8, 12, 13, 17, 18);
    assertThat(linker(new double[3 * LENGTH]).isResolved()).isTrue();
    IntStream.range(0, LENGTH)
        .forEach(
            missing -> {
              double[] xyz = new double[3 * LENGTH];
              xyz[3 * missing] = Double.NaN;
              assertThat(linker(xyz).isResolved())
                  .as("without residue %d", missing)
                  .isEqualTo(!needed.contains(missing));
            });
  }
}
