package org.tinyrecursive.rna.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.rna.dataset.LabelledTarget;
import org.tinyrecursive.rna.io.TextSource;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.random.StableRandom;

class SplitOfFilesTest {
  private static final LocalDate LAST_KNOWN = LocalDate.of(2017, 12, 31);
  private static final TemporalSplit.Lengths LENGTHS = new TemporalSplit.Lengths(30, 60);

  private static String letters(int length, long seed) {
    StableRandom random = StableRandom.of(seed, "letters");
    StringBuilder letters = new StringBuilder();
    IntStream.range(0, length).forEach(i -> letters.append("ACGU".charAt(random.nextInt(4))));
    return letters.toString();
  }

  /** One file pair of a target on a day, all residues but {@code missing} resolved. */
  private static TemporalSplit.Files file(String id, String day, String letters, int missing) {
    StringBuilder rows = new StringBuilder("ID,resname,resid,x_1,y_1,z_1\n");
    for (int i = 0; i < letters.length(); i++) {
      rows.append(
          "%s_%d,%s,%d,%s,0,1%n"
              .formatted(id, i + 1, letters.charAt(i), i + 1, i < missing ? "" : "" + 5 * i));
    }
    return new TemporalSplit.Files(
        new TextSource(
            "sequences.csv",
            new StringReader(
                "target_id,sequence,temporal_cutoff\n%s,%s,%s\n".formatted(id, letters, day))),
        new TextSource("labels.csv", new StringReader(rows.toString())));
  }

  @Test
  void whatIsKnownByTheDayIsLibraryAndLaterTargetsArePredicted() {
    TemporalSplit split =
        TemporalSplit.of(
            List.of(
                file("Z", "2018-01-01", letters(40, 1), 0),
                file("OLD", "2017-12-31", letters(40, 2), 0),
                file("A", "2019-05-01", letters(40, 3), 20)),
            LAST_KNOWN,
            LENGTHS);
    assertThat(split.library().chains()).extracting(LibraryChain::id).containsExactly("OLD");
    assertThat(names(split)).containsExactly("A", "Z");
    assertThat(split.nearCopies()).isZero();
  }

  @Test
  void nearCopiesOfKnownChainsAndOfEachOtherAreLeftOutAndCounted() {
    TemporalSplit split =
        TemporalSplit.of(
            List.of(
                file("OLD", "2010-01-01", letters(40, 2), 0),
                file("COPY", "2018-01-01", letters(40, 2), 0),
                file("B1", "2018-01-01", letters(40, 3), 0),
                file("B2", "2018-01-01", letters(40, 3), 0)),
            LAST_KNOWN,
            LENGTHS);
    assertThat(names(split)).containsExactly("B1");
    assertThat(split.nearCopies()).isEqualTo(2);
  }

  @Test
  void targetsOfOtherLengthsOrHardlyResolvedAreNotPredicted() {
    List<TemporalSplit.Files> files =
        List.of(
            file("SHORT", "2018-01-01", letters(29, 1), 0),
            file("LONG", "2018-01-01", letters(61, 2), 0),
            file("BLURRED", "2018-01-01", letters(40, 3), 21));
    assertThatThrownBy(() -> TemporalSplit.of(files, LAST_KNOWN, LENGTHS))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(
            "labels.csv: no target after 2017-12-31 has 30 to 60 residues, 20 of them resolved;"
                + " give an earlier day or other lengths");
    assertThatThrownBy(() -> new TemporalSplit.Lengths(30, 29))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("lengths from 30 to 29 hold none");
  }

  private static List<String> names(TemporalSplit split) {
    return split.toPredict().stream().map(LabelledTarget::target).map(each -> each.id()).toList();
  }
}
