package org.tinyrecursive.pipelines.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tinyrecursive.modeltf.rna.RnaPredictor;
import org.tinyrecursive.pipelines.rna.GuessMaker;
import org.tinyrecursive.pipelines.rna.GuessMethod;
import org.tinyrecursive.pipelines.rna.Mixture;
import org.tinyrecursive.rna.assembly.SimpleModels;
import org.tinyrecursive.rna.assembly.StructurePredictor;
import org.tinyrecursive.rna.dataset.LabelledTarget;
import org.tinyrecursive.rna.io.SubmissionFormat;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.rna.template.TemporalSplit;

/** Every method there is, from a straight line to all together, as rows of one table. */
public final class RnaSplitMethods {
  private static final float[] NO_PROFILE = new float[0];

  private final StructurePredictor predictor;
  private final RnaSplitBenchmark table;
  private final long seed;

  private RnaSplitMethods(TemporalSplit split, long seed) {
    this.predictor = StructurePredictor.of(split.library());
    this.table = new RnaSplitBenchmark(split);
    this.seed = seed;
  }

  /**
   * A recursive model.
   *
   * @param mixture what say it has in mixed guesses
   */
  public record Trained(RnaPredictor model, Mixture mixture) {}

  /**
   * The table of a split.
   *
   * @param toy the published toy, a row where there is one
   * @param recursive the recursive model: alone and all together, two rows where there is one
   * @throws org.tinyrecursive.transforms.InputRefusedException if a model is of the other kind
   */
  public static RnaSplitBenchmark of(
      TemporalSplit split, Optional<RnaPredictor> toy, Optional<Trained> recursive, long seed) {
    RnaSplitMethods methods = new RnaSplitMethods(split, seed);
    methods.addSimple(split);
    methods.add("templates only", GuessMethod.TEMPLATE, Optional.empty(), Mixture.NONE);
    methods.add("assembly only", GuessMethod.ASSEMBLY, Optional.empty(), Mixture.NONE);
    if (toy.isPresent()) {
      methods.add("toy (baseline)", GuessMethod.BASELINE, toy, Mixture.NONE);
    }
    recursive.ifPresent(
        trained ->
            methods.add(
                "recursive model only (trm)",
                GuessMethod.TRM,
                Optional.of(trained.model()),
                trained.mixture()));
    methods.add("mixed, without a model", GuessMethod.MIXED, Optional.empty(), Mixture.NONE);
    recursive.ifPresent(
        trained ->
            methods.add(
                "all together (mixed)",
                GuessMethod.MIXED,
                Optional.of(trained.model()),
                trained.mixture()));
    return methods.table;
  }

  private void addSimple(TemporalSplit split) {
    addSimple(
        "straight line", target -> List.of(SimpleModels.straightLine(target.sequence().length())));
    addSimple(
        "folded hairpin",
        target -> List.of(SimpleModels.foldedHairpin(target.sequence().length())));
    addSimple(
        "copied chains of similar length",
        target ->
            SimpleModels.copiedChains(
                split.library(), target.sequence().length(), target.cutoff()));
  }

  private void addSimple(String name, Function<RnaTarget, List<double[]>> models) {
    table.with(name, known -> models.apply(known.target()).stream().map(Coordinates::of).toList());
  }

  private void add(String name, GuessMethod method, Optional<RnaPredictor> model, Mixture mixture) {
    GuessMaker maker = GuessMaker.of(method, predictor, model, mixture);
    table.with(name, known -> guesses(maker, known));
  }

  private List<Coordinates> guesses(GuessMaker maker, LabelledTarget known) {
    return maker.guesses(known.target(), NO_PROFILE, SubmissionFormat.GUESSES, seed);
  }
}
