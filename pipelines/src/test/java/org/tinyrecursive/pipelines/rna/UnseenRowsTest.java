package org.tinyrecursive.pipelines.rna;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.rna.dataset.RnaRow;
import org.tinyrecursive.rna.dataset.RnaTokens;
import org.tinyrecursive.rna.structure.Coordinates;

class UnseenRowsTest {
  private static final String KNOWN = "GGCGUAAGGAUUACCUAUGCCGCUUAGCAUUCAGGACUCCAU";
  private static final String OTHER = "CCAUACGAGUUACCGGAUAAGUCCGCAGUGAUCUGUUAACGA";

  @Test
  void nearCopiesOfTrainedChainsAreLeftOut() {
    RnaRow copy = row("copy", KNOWN.replace("AUUACC", "AUCACC"));
    RnaRow other = row("other", OTHER);
    assertThat(UnseenRows.of(List.of(row("known", KNOWN)), List.of(copy, other)))
        .containsExactly(other);
  }

  @Test
  void aRowWithOneTrainedChainIsLeftOut() {
    assertThat(UnseenRows.of(List.of(row("known", KNOWN)), List.of(row("both", OTHER, KNOWN))))
        .isEmpty();
  }

  @Test
  void aChainOfATrainedComplexIsKnownToo() {
    assertThat(UnseenRows.of(List.of(row("both", OTHER, KNOWN)), List.of(row("one", KNOWN))))
        .isEmpty();
  }

  @Test
  void ofRowsThatResembleEachOtherTheFirstStays() {
    RnaRow first = row("first", OTHER);
    assertThat(UnseenRows.of(List.of(row("known", KNOWN)), List.of(first, row("next", OTHER))))
        .containsExactly(first);
  }

  private static RnaRow row(String id, String... chains) {
    String letters = String.join("", chains);
    int n = letters.length();
    byte[] tokens = new byte[n];
    int[] chainIndex = new int[n];
    int[] residueIndex = new int[n];
    int at = 0;
    for (int c = 0; c < chains.length; c++) {
      for (int i = 0; i < chains[c].length(); i++, at++) {
        tokens[at] = RnaTokens.of(letters.charAt(at));
        chainIndex[at] = c;
        residueIndex[at] = i;
      }
    }
    return new RnaRow(
        id,
        LocalDate.EPOCH,
        n,
        0,
        tokens,
        chainIndex,
        residueIndex,
        List.of(Coordinates.of(new double[3 * n])),
        new float[0]);
  }
}
