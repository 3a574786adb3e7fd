package org.tinyrecursive.rna.assembly;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tinyrecursive.rna.align.NearCopies;
import org.tinyrecursive.rna.io.LabelsCsv;
import org.tinyrecursive.rna.io.SequencesCsv;
import org.tinyrecursive.rna.io.TextSource;
import org.tinyrecursive.rna.structure.ReferenceStructures;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.rna.template.LibraryChain;
import org.tinyrecursive.rna.template.TemplateLibrary;

/**
 * Real chains, divided by a day: those before it as library, those of 30 to 600 residues from it on
 * to predict. Of the latter, one is left out that is a near copy of an earlier chain, or of another
 * one that is kept, see {@link NearCopies}.
 */
record SplitByDate(TemplateLibrary library, List<Known> toPredict) {
  private static final int SHORTEST = 30;
  private static final int FEWEST_RESOLVED = 20;

  record Known(RnaTarget target, ReferenceStructures reference) {}

  static SplitByDate read(Path folder, LocalDate day) {
    Map<String, RnaTarget> targets = new HashMap<>();
    SequencesCsv.readAll(TextSource.open(folder.resolve("dev_sequences.csv")))
        .forEach(target -> targets.put(target.id(), target));
    List<LibraryChain> before = new ArrayList<>();
    List<Known> after = new ArrayList<>();
    for (ReferenceStructures known :
        LabelsCsv.readAll(TextSource.open(folder.resolve("dev_labels.csv")))) {
      RnaTarget target = targets.get(known.targetId());
      if (target.cutoff().isBefore(day)) {
        before.addAll(TemplateLibrary.chainsOf(target, known));
      } else if (target.sequence().length() >= SHORTEST
          && known.first().resolved() >= FEWEST_RESOLVED) {
        after.add(new Known(target, known));
      }
    }
    after.sort(Comparator.comparing(known -> known.target().id()));
    return new SplitByDate(new TemplateLibrary(before), withoutCopies(before, after));
  }

  private static List<Known> withoutCopies(List<LibraryChain> before, List<Known> after) {
    NearCopies copies = new NearCopies();
    before.forEach(chain -> copies.add(chain.sequence()));
    List<Known> kept = new ArrayList<>();
    for (Known known : after) {
      String letters = known.target().sequence().letters();
      if (!copies.contains(letters)) {
        kept.add(known);
        copies.add(letters);
      }
    }
    return kept;
  }
}
