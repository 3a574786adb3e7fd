package org.tinyrecursive.pipelines.rna;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tinyrecursive.modeltf.rna.RnaExample;
import org.tinyrecursive.modeltf.rna.RnaModelKind;
import org.tinyrecursive.modeltf.rna.RnaStart;
import org.tinyrecursive.rna.assembly.Candidate;
import org.tinyrecursive.rna.assembly.CandidateCounts;
import org.tinyrecursive.rna.assembly.CandidatePool;
import org.tinyrecursive.rna.assembly.StructurePredictor;
import org.tinyrecursive.rna.dataset.RnaRow;
import org.tinyrecursive.rna.score.TmMode;
import org.tinyrecursive.rna.structure.ChainSpan;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.ReferenceStructures;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.rna.structure.Sequence;
import org.tinyrecursive.rna.template.LibraryChain;
import org.tinyrecursive.rna.template.TemplateLibrary;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * Makes examples to learn from out of a dataset: every row becomes a target of its own, whose
 * starts are models built from structures of the train split that are older than it.
 */
public final class TrainingExamples {
  /** Shorter windows have no frames to learn from. */
  private static final int SHORTEST = 10;

  private static final int FEWEST_RESOLVED = 8;

  /** Starts of ideal geometry beside those of the library. */
  private static final int IDEAL = 2;

  private static final int GUESSES = 5;

  private final RnaModelKind kind;
  private final StructurePredictor predictor;
  private final long seed;

  /**
   * @param kind of the model that learns; the toy is told of letters only
   * @param train rows whose structures may be built from
   * @param seed of everything random
   */
  public TrainingExamples(RnaModelKind kind, List<RnaRow> train, long seed) {
    this.kind = kind;
    this.seed = seed;
    List<LibraryChain> chains = new ArrayList<>();
    if (kind == RnaModelKind.TRM) {
      for (RnaRow row : train) {
        RnaTarget target = target(row);
        chains.addAll(
            TemplateLibrary.chainsOf(
                target, new ReferenceStructures(target.id(), target.sequence(), row.structures())));
      }
    }
    predictor = StructurePredictor.of(new TemplateLibrary(chains));
  }

  /**
   * Examples with every candidate as a start, for training; in the order of the rows, those with
   * too few residues left out. Rows are prepared on all cores.
   *
   * @param each called after every row, from any thread
   */
  public List<RnaExample> forTraining(List<RnaRow> rows, Runnable each) {
    return prepare(rows, Use.TRAIN, each);
  }

  /** Examples that begin with the guesses that would be made without a model. */
  public List<RnaExample> forValidation(List<RnaRow> rows, Runnable each) {
    return prepare(rows, Use.VALIDATE, each);
  }

  private enum Use {
    TRAIN,
    VALIDATE
  }

  private List<RnaExample> prepare(List<RnaRow> rows, Use use, Runnable each) {
    List<RnaRow> usable =
        rows.stream()
            .filter(
                row ->
                    row.length() >= SHORTEST
                        && row.structures().get(0).resolved() >= FEWEST_RESOLVED)
            .toList();
    return IntStream.range(0, usable.size())
        .parallel()
        .mapToObj(
            i -> {
              RnaExample example = example(usable.get(i), use);
              each.run();
              return example;
            })
        .toList();
  }

  private RnaExample example(RnaRow row, Use use) {
    RnaTarget target = target(row);
    float[] label = floats(row.structures().get(0).toArray());
    if (kind == RnaModelKind.BASELINE) {
      return ModelInput.lettersOnly(target, label);
    }
    CandidatePool pool =
        use == Use.TRAIN
            ? predictor.pool(target, CandidateCounts.toLearnFrom(), seed)
            : predictor.pool(target, GUESSES, seed);
    List<RnaStart> starts = new ArrayList<>();
    List<Integer> chosen =
        use == Use.TRAIN
            ? IntStream.range(0, pool.candidates().size()).boxed().toList()
            : StructurePredictor.choose(pool, GUESSES);
    List<Candidate> candidates =
        use == Use.TRAIN ? pool.candidates() : StructurePredictor.agreed(pool, chosen);
    for (int k = 0; k < chosen.size(); k++) {
      Candidate candidate = candidates.get(k);
      starts.add(ModelInput.start(candidate, pool.support(chosen.get(k)), quality(candidate, row)));
    }
    if (use == Use.TRAIN) {
      for (Candidate ideal : predictor.ideal(target, pool.folded(), IDEAL, seed)) {
        starts.add(ModelInput.start(ideal, 0, quality(ideal, row)));
      }
    }
    return ModelInput.example(
        target, ModelInput.pairs(pool.folded()), row.profile(), starts, label);
  }

  private static double quality(Candidate candidate, RnaRow row) {
    return CandidatePool.quality(candidate.xyz(), row.structures().get(0));
  }

  /** A row as a target of its own. */
  static RnaTarget target(RnaRow row) {
    List<ChainSpan> chains = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= row.length(); i++) {
      if (i == row.length() || row.chainIndex()[i] != row.chainIndex()[from]) {
        chains.add(new ChainSpan("chain" + row.chainIndex()[from], 1, from, i));
        from = i;
      }
    }
    String id =
        row.length() == row.targetLength()
            ? row.targetId()
            : row.targetId() + "/" + row.cropStart();
    return new RnaTarget(id, new Sequence(row.letters()), row.cutoff(), "", chains);
  }

  private static float[] floats(double[] values) {
    float[] all = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      all[i] = (float) values[i];
    }
    return all;
  }

  /**
   * The best TM-score of guesses of a window, residue by residue.
   *
   * @param from first residue of the window
   */
  public static double best(RnaExample example, int from, List<float[]> guesses) {
    if (example.label().length == 0) {
      throw new InputRefusedException(example.id() + " has no known structure to score against");
    }
    double best = 0;
    for (float[] guess : guesses) {
      double[] known = new double[guess.length];
      double[] predicted = new double[guess.length];
      for (int i = 0; i < guess.length; i++) {
        known[i] = example.label()[3 * from + i];
        predicted[i] = guess[i];
      }
      Coordinates reference = Coordinates.of(known);
      if (reference.resolved() >= 3) {
        String letters = "N".repeat(reference.size());
        best =
            Math.max(
                best,
                TmMode.FIXED
                    .score(new Sequence(letters), Coordinates.of(predicted), reference)
                    .value());
      }
    }
    return best;
  }
}
