package org.tinyrecursive.rna.assembly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.rna.align.ResidueStates;
import org.tinyrecursive.rna.fold.FoldedEnsemble;
import org.tinyrecursive.rna.fold.Helix;
import org.tinyrecursive.rna.fold.PairTable;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.rna.template.TemplateHit;
import org.tinyrecursive.rna.template.TemplateLibrary;
import org.tinyrecursive.rna.template.TemplateSearch;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Predicts structures without a trained model: candidates from templates and from assembly, guesses
 * chosen among them. A target and a seed always give the same guesses. Safe for use by several
 * threads.
 */
public final class StructurePredictor {
  private static final int FEWEST_PAIRS = 2;

  /** Least coordinate of a guess, Å: submissions are clipped at −999.999. */
  private static final double LEAST = -990;

  /** Choice of fragments after the first model, see {@link MotifChooser}. */
  private static final double TEMPERATURE = 0.5;

  private final TemplateSearch search;
  private final Assembler assembler;
  private final TemplateModel templates;

  private StructurePredictor(TemplateLibrary library) {
    this.search = TemplateSearch.over(library.chains());
    this.assembler = new Assembler(MotifLibrary.of(library.chains()));
    this.templates = new TemplateModel(assembler);
  }

  /** With the structures of a library; without any, all is ideal geometry. */
  public static StructurePredictor of(TemplateLibrary library) {
    return new StructurePredictor(library);
  }

  /**
   * Guesses of a target's structure, best first, all residues placed.
   *
   * @param most number of guesses, 1 and above
   */
  public List<Coordinates> predict(RnaTarget target, int most, long seed) {
    return GuessSelection.choose(candidates(target, most, seed), most).stream()
        .map(guess -> Coordinates.of(Points.centred(guess.xyz(), LEAST)))
        .toList();
  }

  /** Models on templates, best alignment first, then assembled ones. */
  List<Candidate> candidates(RnaTarget target, int most, long seed) {
    StableRandom random = StableRandom.of(seed, target.id());
    CandidateCounts counts = CandidateCounts.of(target.sequence().length(), most);
    FoldedEnsemble folded = ChainFolding.fold(target, counts.sampled(), random);
    boolean[] breaks = ChainFolding.breaks(target);
    List<Candidate> candidates = new ArrayList<>();
    addTemplates(target, folded, counts.templates(), breaks, random, candidates);
    for (int k = 0; k < counts.accurate() + counts.sampled(); k++) {
      boolean isAccurate = k < counts.accurate();
      PairTable pairs =
          isAccurate ? folded.accurate() : folded.samples().get(k - counts.accurate());
      candidates.add(assembled(target, pairs, k == 0 ? 0 : TEMPERATURE, breaks, random));
    }
    return candidates;
  }

  private void addTemplates(
      RnaTarget target,
      FoldedEnsemble folded,
      int most,
      boolean[] breaks,
      StableRandom random,
      List<Candidate> candidates) {
    String letters = target.sequence().letters();
    PairTable none = PairTable.unpaired(letters.length());
    for (TemplateHit hit :
        search.find(letters, ResidueStates.of(folded.probabilities()), target.cutoff(), most)) {
      double[] xyz = templates.build(letters, folded.accurate(), hit, target.cutoff(), random);
      Relaxation.relax(xyz, none, breaks);
      candidates.add(new Candidate(Candidate.Origin.TEMPLATE, hit.scorePerResidue(), xyz));
    }
  }

  private Candidate assembled(
      RnaTarget target,
      PairTable pairs,
      double temperature,
      boolean[] breaks,
      StableRandom random) {
    LocalDate cutoff = target.cutoff();
    double[] xyz = assembler.build(target.sequence().letters(), pairs, cutoff, temperature, random);
    Relaxation.relax(xyz, Helix.nested(pairs, FEWEST_PAIRS), breaks);
    return new Candidate(Candidate.Origin.ASSEMBLED, 0, xyz);
  }
}
