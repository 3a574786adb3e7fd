package org.tinyrecursive.rna.assembly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.rna.align.ResidueStates;
import org.tinyrecursive.rna.fold.FoldedEnsemble;
import org.tinyrecursive.rna.fold.Helix;
import org.tinyrecursive.rna.fold.PairBonus;
import org.tinyrecursive.rna.fold.PairTable;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.rna.template.TemplateHit;
import org.tinyrecursive.rna.template.TemplateLibrary;
import org.tinyrecursive.rna.template.TemplatePairs;
import org.tinyrecursive.rna.template.TemplateSearch;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Predicts structures without a trained model: candidates from templates and from assembly, guesses
 * chosen among them. A target and a seed always give the same guesses. Safe for use by several
 * threads.
 */
public final class StructurePredictor {
  private static final int FEWEST_PAIRS = 2;

  /** Of the best templates, how many tell which residues pair. */
  private static final int PAIR_SOURCES = 12;

  /** Least coordinate of a guess, Å: submissions are clipped at −999.999. */
  private static final double LEAST = -990;

  /** Choice of fragments after the first model, see {@link MotifChooser}. */
  private static final double TEMPERATURE = 0.5;

  private final TemplateSearch search;
  private final Assembler assembler;
  private final TemplateModel templates;
  private final Assembler ideal = new Assembler(MotifLibrary.of(List.of()));

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
    return guesses(pool(target, most, seed), most);
  }

  /**
   * Guesses from templates alone, best alignment first; ideal geometry where there are too few.
   *
   * @param most number of guesses, 1 and above
   */
  public List<Coordinates> predictFromTemplates(RnaTarget target, int most, long seed) {
    CandidatePool pool = pool(target, most, seed);
    List<Candidate> models = new ArrayList<>(pool.only(Candidate.Origin.TEMPLATE).candidates());
    models.addAll(ideal(target, pool.folded(), most, seed));
    return Apart.of(models.subList(0, most)).stream().map(model -> asGuess(model.xyz())).toList();
  }

  /** Guesses by assembly alone. */
  public List<Coordinates> predictByAssembly(RnaTarget target, int most, long seed) {
    return guesses(pool(target, most, seed).only(Candidate.Origin.ASSEMBLED), most);
  }

  private static List<Coordinates> guesses(CandidatePool pool, int most) {
    return agreed(pool, choose(pool, most)).stream().map(guess -> asGuess(guess.xyz())).toList();
  }

  /** Which candidates become guesses, best first, as their numbers in the pool. */
  public static List<Integer> choose(CandidatePool pool, int most) {
    return GuessSelection.choose(pool, most);
  }

  /**
   * Candidates, each moved to where it agrees with the others most; one that would repeat another
   * is bent.
   *
   * @param chosen their numbers in the pool
   */
  public static List<Candidate> agreed(CandidatePool pool, List<Integer> chosen) {
    Consensus consensus = new Consensus(pool.candidates());
    return Apart.of(
        chosen.stream()
            .map(k -> pool.candidates().get(k))
            .map(each -> new Candidate(each.origin(), each.score(), consensus.move(each.xyz())))
            .toList());
  }

  /** Positions as a submission may have them: centred, none too low. */
  public static Coordinates asGuess(double[] xyz) {
    return Coordinates.of(Points.centred(xyz, LEAST));
  }

  /**
   * Models of ideal geometry alone, on the most accurate and then on drawn secondary structures; no
   * position in them comes from a known structure.
   */
  public List<Candidate> ideal(RnaTarget target, FoldedEnsemble folded, int count, long seed) {
    StableRandom random = StableRandom.of(seed, "ideal " + target.id());
    boolean[] breaks = ChainFolding.breaks(target);
    List<Candidate> models = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      boolean isDrawn = k > 0 && !folded.samples().isEmpty();
      PairTable pairs =
          isDrawn ? folded.samples().get((k - 1) % folded.samples().size()) : folded.accurate();
      double[] xyz = ideal.build(target.sequence().letters(), pairs, target.cutoff(), 0, random);
      Relaxation.relax(xyz, Helix.nested(pairs, FEWEST_PAIRS), breaks);
      models.add(new Candidate(Candidate.Origin.IDEAL, 0, xyz));
    }
    return models;
  }

  /** Models on templates, best alignment first, then assembled ones. */
  public CandidatePool pool(RnaTarget target, int most, long seed) {
    return pool(target, CandidateCounts.of(target.sequence().length(), most), seed);
  }

  /** So many models of each kind. */
  public CandidatePool pool(RnaTarget target, CandidateCounts counts, long seed) {
    StableRandom random = StableRandom.of(seed, target.id());
    List<TemplateHit> hits = hits(target, Math.max(counts.templates(), PAIR_SOURCES), random);
    PairBonus bonus =
        TemplatePairs.of(
            target.sequence().length(), hits.subList(0, Math.min(PAIR_SOURCES, hits.size())));
    FoldedEnsemble folded = ChainFolding.fold(target, bonus, counts.sampled(), random);
    boolean[] breaks = ChainFolding.breaks(target);
    List<Candidate> candidates = new ArrayList<>();
    for (TemplateHit hit : hits.subList(0, Math.min(counts.templates(), hits.size()))) {
      candidates.add(onTemplate(target, folded.accurate(), hit, breaks, random));
    }
    for (int k = 0; k < counts.accurate() + counts.sampled(); k++) {
      boolean isAccurate = k < counts.accurate();
      PairTable pairs =
          isAccurate ? folded.accurate() : folded.samples().get(k - counts.accurate());
      candidates.add(assembled(target, pairs, k == 0 ? 0 : TEMPERATURE, breaks, random));
    }
    return CandidatePool.of(folded, candidates);
  }

  /** Templates by letters and by what the letters alone say about pairs. */
  private List<TemplateHit> hits(RnaTarget target, int most, StableRandom random) {
    FoldedEnsemble alone = ChainFolding.fold(target, PairBonus.none(), 0, random);
    return search.find(
        target.sequence().letters(),
        ResidueStates.of(alone.probabilities()),
        target.cutoff(),
        most);
  }

  private Candidate onTemplate(
      RnaTarget target, PairTable pairs, TemplateHit hit, boolean[] breaks, StableRandom random) {
    String letters = target.sequence().letters();
    double[] xyz = templates.build(letters, pairs, hit, target.cutoff(), random);
    Relaxation.relax(xyz, PairTable.unpaired(letters.length()), breaks);
    return new Candidate(Candidate.Origin.TEMPLATE, hit.scorePerResidue(), xyz);
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
