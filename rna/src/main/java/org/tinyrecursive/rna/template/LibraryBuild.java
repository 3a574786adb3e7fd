package org.tinyrecursive.rna.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tinyrecursive.rna.dataset.LabelledTarget;
import org.tinyrecursive.rna.io.LabelsCsv;
import org.tinyrecursive.rna.io.ProblemSink;
import org.tinyrecursive.rna.io.SequencesCsv;
import org.tinyrecursive.rna.io.TextSource;
import org.tinyrecursive.rna.structure.ReferenceStructures;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.transforms.InputRefusedException;

/** Makes a library from a competition's sequences and labels. */
public final class LibraryBuild {
  private LibraryBuild() {}

  /**
   * Reads both files; sequences without labels are left out.
   *
   * @throws InputRefusedException at the first problem of either file, or if labels name a target
   *     that the sequences lack, or other residues than it has
   */
  public static TemplateLibrary fromCsv(TextSource sequences, TextSource labels) {
    List<LibraryChain> chains = new ArrayList<>();
    read(
        sequences,
        labels,
        known -> chains.addAll(TemplateLibrary.chainsOf(known.target(), known.references())));
    return new TemplateLibrary(chains);
  }

  /** Targets that have labels, in the order of these; refuses what {@link #fromCsv} refuses. */
  static void read(TextSource sequences, TextSource labels, Consumer<LabelledTarget> sink) {
    Map<String, RnaTarget> targets = new HashMap<>();
    for (RnaTarget target : SequencesCsv.readAll(sequences)) {
      targets.put(target.id(), target);
    }
    LabelsCsv.read(
        labels,
        located -> {
          ReferenceStructures known = located.value();
          RnaTarget target = targets.get(known.targetId());
          String where = "%s:%d: ".formatted(located.file(), located.line());
          if (target == null) {
            throw new InputRefusedException(
                "%starget %s has labels but is not in %s; give the sequences that belong to them"
                    .formatted(where, known.targetId(), sequences.name()));
          }
          if (target.sequence().length() != known.sequence().length()) {
            throw new InputRefusedException(
                "%starget %s has %d residues in the labels, %d in %s"
                    .formatted(
                        where,
                        known.targetId(),
                        known.sequence().length(),
                        target.sequence().length(),
                        sequences.name()));
          }
          sink.accept(new LabelledTarget(target, known));
        },
        ProblemSink.REFUSE);
  }
}
