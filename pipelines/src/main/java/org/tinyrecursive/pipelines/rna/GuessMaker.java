package org.tinyrecursive.pipelines.rna;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tinyrecursive.modeltf.rna.RnaExample;
import org.tinyrecursive.modeltf.rna.RnaModelKind;
import org.tinyrecursive.modeltf.rna.RnaPredictor;
import org.tinyrecursive.rna.assembly.Candidate;
import org.tinyrecursive.rna.assembly.CandidatePool;
import org.tinyrecursive.rna.assembly.StructurePredictor;
import org.tinyrecursive.rna.fold.FoldedEnsemble;
import org.tinyrecursive.rna.fold.Folding;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Makes the guesses of targets by one method. A target and a seed always give the same. Safe for
 * use by several threads.
 */
public final class GuessMaker {
  private final GuessMethod method;
  private final StructurePredictor predictor;
  private final Optional<StructureRefiner> refiner;
  private final Mixture mixture;

  private GuessMaker(
      GuessMethod method,
      StructurePredictor predictor,
      Optional<StructureRefiner> refiner,
      Mixture mixture) {
    this.method = method;
    this.predictor = predictor;
    this.refiner = refiner;
    this.mixture = mixture;
  }

  /**
   * By this method.
   *
   * @param model the trained model, for methods that use one
   * @param mixture how far mixed guesses follow the model
   * @throws InputRefusedException if the method needs a model and there is none, or another kind
   */
  public static GuessMaker of(
      GuessMethod method,
      StructurePredictor predictor,
      Optional<RnaPredictor> model,
      Mixture mixture) {
    String name = method.name().toLowerCase(Locale.ROOT);
    if (method.needsModel() && model.isEmpty()) {
      throw new InputRefusedException(
          "--model %s needs --checkpoint; train one with trm train rna --model %s"
              .formatted(name, name));
    }
    RnaModelKind needed = method == GuessMethod.BASELINE ? RnaModelKind.BASELINE : RnaModelKind.TRM;
    if (model.isPresent() && model.get().kind() != needed) {
      throw new InputRefusedException(
          "--checkpoint holds a %s model, --model %s needs %s"
              .formatted(
                  model.get().kind().name().toLowerCase(Locale.ROOT),
                  name,
                  needed.name().toLowerCase(Locale.ROOT)));
    }
    return new GuessMaker(method, predictor, model.map(StructureRefiner::new), mixture);
  }

  /**
   * Guesses, best first, all residues placed.
   *
   * @param profile of the target's alignment, which the recursive model is told; empty: none
   * @param most number of guesses, 1 and above
   */
  public List<Coordinates> guesses(RnaTarget target, float[] profile, int most, long seed) {
    return switch (method) {
      case MIXED -> mixed(target, profile, most, seed);
      case TRM -> refinedIdeal(target, profile, most, seed);
      case BASELINE ->
          refiner.orElseThrow().toy(target).stream()
              .limit(most)
              .map(StructurePredictor::asGuess)
              .toList();
      case TEMPLATE -> predictor.predictFromTemplates(target, most, seed);
      case ASSEMBLY -> predictor.predictByAssembly(target, most, seed);
    };
  }

  private List<Coordinates> mixed(RnaTarget target, float[] profile, int most, long seed) {
    if (refiner.isEmpty() || mixture.share() == 0) {
      return predictor.predict(target, most, seed);
    }
    CandidatePool pool = predictor.pool(target, most, seed);
    List<Integer> chosen = StructurePredictor.choose(pool, most);
    List<Candidate> starts = StructurePredictor.agreed(pool, chosen);
    double[] support = chosen.stream().mapToDouble(k -> pool.support(k)).toArray();
    List<StructureRefiner.Refined> refined =
        refiner.get().refine(ModelInput.example(target, pool.folded(), profile), starts, support);
    return IntStream.range(0, starts.size())
        .mapToObj(k -> mixture.between(starts.get(k).xyz(), refined.get(k).xyz()))
        .map(StructurePredictor::asGuess)
        .toList();
  }

  /** What the model expects most of comes first. */
  private List<Coordinates> refinedIdeal(RnaTarget target, float[] profile, int most, long seed) {
    FoldedEnsemble folded =
        Folding.fold(
            target.sequence().letters(), most, StableRandom.of(seed, "trm " + target.id()));
    List<Candidate> starts = predictor.ideal(target, folded, most, seed);
    RnaExample example = ModelInput.example(target, folded, profile);
    return refiner.orElseThrow().refine(example, starts, new double[most]).stream()
        .sorted(Comparator.comparingDouble(refined -> -refined.quality()))
        .map(refined -> StructurePredictor.asGuess(refined.xyz()))
        .toList();
  }
}
