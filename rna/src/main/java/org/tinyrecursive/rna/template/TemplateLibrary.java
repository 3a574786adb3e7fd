package org.tinyrecursive.rna.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tinyrecursive.rna.structure.ChainSpan;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.ReferenceStructures;
import org.tinyrecursive.rna.structure.RnaTarget;

/**
 * Known structures to predict from.
 *
 * @param chains in order of their release, then of their names
 */
public record TemplateLibrary(List<LibraryChain> chains) {
  /** Chains with fewer resolved residues are of no use. */
  static final int FEWEST_RESOLVED = 8;

  public TemplateLibrary {
    chains =
        chains.stream()
            .sorted(Comparator.comparing(LibraryChain::released).thenComparing(LibraryChain::id))
            .toList();
  }

  /** Only the chains released before a day. */
  public TemplateLibrary before(LocalDate day) {
    return new TemplateLibrary(
        chains.stream().filter(chain -> chain.released().isBefore(day)).toList());
  }

  /**
   * The chains of a target with a known structure: the first structure, and of every chain the
   * first copy. Chains with fewer than 8 resolved residues are left out.
   */
  public static List<LibraryChain> chainsOf(RnaTarget target, ReferenceStructures known) {
    List<LibraryChain> chains = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    boolean isAlone = target.chains().size() == 1;
    for (ChainSpan span : target.chains()) {
      Coordinates positions = known.first().slice(span.from(), span.to());
      if (seen.add(span.chain()) && positions.resolved() >= FEWEST_RESOLVED) {
        String id = isAlone ? target.id() : target.id() + "/" + span.chain();
        String letters = target.sequence().letters().substring(span.from(), span.to());
        chains.add(LibraryChain.of(id, target.cutoff(), letters, positions));
      }
    }
    return chains;
  }
}
