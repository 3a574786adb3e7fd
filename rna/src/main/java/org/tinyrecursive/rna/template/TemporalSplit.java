package org.tinyrecursive.rna.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tinyrecursive.rna.align.NearCopies;
import org.tinyrecursive.rna.dataset.LabelledTarget;
import org.tinyrecursive.rna.io.TextSource;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * Known structures divided by a day: those known by then as library, later ones to predict. Of the
 * latter, one is left out that is a near copy of a chain of the library, or of another one that is
 * kept, see {@link NearCopies}.
 *
 * @param library what may be built on
 * @param toPredict later targets, in order of their names
 * @param nearCopies later targets left out
 */
public record TemporalSplit(
    TemplateLibrary library, List<LabelledTarget> toPredict, int nearCopies) {
  private static final int FEWEST_RESOLVED = 20;

  public TemporalSplit {
    toPredict = List.copyOf(toPredict);
  }

  /**
   * Known structures as the competition has them.
   *
   * @param sequences CSV
   * @param labels positions of targets that are in it
   */
  public record Files(TextSource sequences, TextSource labels) {}

  /**
   * Lengths of targets worth predicting.
   *
   * @param shortest fewest residues, 1 and above
   * @param longest most residues
   */
  public record Lengths(int shortest, int longest) {
    /** What the tables of the guides are made of. */
    public static final Lengths DEFAULT = new Lengths(30, 600);

    /**
     * @throws InputRefusedException if there is no such length
     */
    public Lengths {
      if (shortest < 1 || longest < shortest) {
        throw new InputRefusedException(
            "lengths from %d to %d hold none, allowed: 1 and above, the second not below the first"
                .formatted(shortest, longest));
      }
    }

    private boolean hold(LabelledTarget known) {
      int length = known.target().sequence().length();
      return length >= shortest && length <= longest;
    }
  }

  /**
   * Divides the targets of a competition's files. Those with fewer than 20 resolved residues are
   * not predicted.
   *
   * @param files of known structures, at least one
   * @param lastKnown day by which the library's structures were known
   * @throws InputRefusedException as {@link LibraryBuild#fromCsv}, or if nothing is known, or
   *     remains to predict
   */
  public static TemporalSplit of(List<Files> files, LocalDate lastKnown, Lengths lengths) {
    List<LibraryChain> before = new ArrayList<>();
    List<LabelledTarget> after = new ArrayList<>();
    for (Files each : files) {
      LibraryBuild.read(
          each.sequences(),
          each.labels(),
          known -> {
            if (!known.target().cutoff().isAfter(lastKnown)) {
              before.addAll(TemplateLibrary.chainsOf(known.target(), known.references()));
            } else if (lengths.hold(known)
                && known.references().first().resolved() >= FEWEST_RESOLVED) {
              after.add(known);
            }
          });
    }
    if (after.isEmpty()) {
      throw new InputRefusedException(
          "%s: no target after %s has %d to %d residues, %d of them resolved; give an earlier day or"
                  .formatted(
                      files.get(0).labels().name(),
                      lastKnown,
                      lengths.shortest(),
                      lengths.longest(),
                      FEWEST_RESOLVED)
              + " other lengths");
    }
    if (before.isEmpty()) {
      throw new InputRefusedException(
          "%s: no structure was known by %s, so the library is empty; give a later day"
              .formatted(files.get(0).labels().name(), lastKnown));
    }
    after.sort(Comparator.comparing(known -> known.target().id()));
    List<LabelledTarget> kept = withoutCopies(before, after);
    if (kept.isEmpty()) {
      throw new InputRefusedException(
          "%s: all %d targets after %s are near copies of known ones; give an earlier day"
              .formatted(files.get(0).labels().name(), after.size(), lastKnown));
    }
    return new TemporalSplit(new TemplateLibrary(before), kept, after.size() - kept.size());
  }

  private static List<LabelledTarget> withoutCopies(
      List<LibraryChain> before, List<LabelledTarget> after) {
    NearCopies copies = new NearCopies();
    before.forEach(chain -> copies.add(chain.sequence()));
    List<LabelledTarget> kept = new ArrayList<>();
    for (LabelledTarget known : after) {
      String letters = known.target().sequence().letters();
      if (!copies.contains(letters)) {
        kept.add(known);
        copies.add(letters);
      }
    }
    return kept;
  }
}
