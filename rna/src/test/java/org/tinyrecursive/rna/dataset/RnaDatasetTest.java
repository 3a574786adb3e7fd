package org.tinyrecursive.rna.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.rna.io.TextSource;
import org.tinyrecursive.rna.structure.ChainSpan;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.rna.structure.Sequence;
import org.tinyrecursive.transforms.InputRefusedException;

class RnaDatasetTest {
  @ParameterizedTest
  @CsvSource({"10,10,1", "11,10,2", "20,10,2", "21,10,3", "125580,500,252", "568,500,2", "5,1,5"})
  void cropsHoldEveryResidueAndNoneIsLongerThanAllowed(int length, int most, int count) {
    List<Crop> crops = Crop.of(length, most);
    assertThat(crops).hasSize(count);
    int covered = 0;
    for (Crop crop : crops) {
      assertThat(crop.from()).isLessThanOrEqualTo(covered);
      assertThat(crop.to() - crop.from()).isEqualTo(Math.min(length, most));
      covered = crop.to();
    }
    assertThat(covered).isEqualTo(length);
  }

  @Test
  void aMaxLengthBelowOneIsRefused() {
    assertThatThrownBy(() -> Crop.of(5, 0))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage("--max-length is 0, allowed: 1 and above");
  }

  @ParameterizedTest
  @CsvSource({"A,1", "C,2", "G,3", "U,4", "T,4", "X,5", "-,5", "R,5"})
  void tokensAreThoseOfTheFormat(char letter, int token) {
    assertThat(RnaTokens.of(letter)).isEqualTo((byte) token);
  }

  @Test
  void profilesAreSharesOfTheColumnsThatTheTargetHas() {
    float[] profile = profile("GA", ">q\nG-A\n>a\nGCU\n>b\nCC-\n>c\nGGA\n", whole("GA"));
    assertThat(profile).hasSize(10);
    assertThat(profile[1]).as("C at 1").isEqualTo(0.25f);
    assertThat(profile[2]).as("G at 1").isEqualTo(0.75f);
    assertThat(profile[5]).as("A at 2").isEqualTo(0.5f);
    assertThat(profile[8]).as("U at 2").isEqualTo(0.25f);
    assertThat(profile[9]).as("gap at 2").isEqualTo(0.25f);
  }

  @Test
  void eachCopyOfAChainGetsItsProfile() {
    List<ChainSpan> chains =
        List.of(
            new ChainSpan("A", 1, 0, 2), new ChainSpan("B", 1, 2, 3), new ChainSpan("B", 2, 3, 4));
    float[] profile = profile("GAUU", ">x|chain=A\nGA\n>y|chain=B\nU\n>z|chain=B\nC\n", chains);
    assertThat(profile[2]).isEqualTo(1f);
    assertThat(profile[13]).isEqualTo(0.5f);
    assertThat(profile[18]).isEqualTo(0.5f);
  }

  @Test
  void anAlignmentOfSomethingElseIsRefused() {
    assertThatThrownBy(() -> profile("GA", ">q\nGAA\n", whole("GA")))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage("t.fasta:1: sequence of 3 residues (3 columns) fits no chain of T");
    assertThatThrownBy(() -> profile("GA", ">q\nGA\n>r\nG\n", whole("GA")))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage("t.fasta:3: sequence has 1 columns, the first row of its chain has 2");
  }

  private static List<ChainSpan> whole(String letters) {
    return List.of(ChainSpan.whole(letters.length()));
  }

  private static float[] profile(String letters, String fasta, List<ChainSpan> chains) {
    RnaTarget target =
        new RnaTarget("T", new Sequence(letters), LocalDate.of(2020, 1, 1), "", chains);
    return MsaProfile.read(new TextSource("t.fasta", new StringReader(fasta)), target);
  }
}
