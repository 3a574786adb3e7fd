package org.tinyrecursive.pipelines.rna;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.modeltf.rna.RnaExample;
import org.tinyrecursive.modeltf.rna.RnaGuess;
import org.tinyrecursive.modeltf.rna.RnaPredictor;
import org.tinyrecursive.modeltf.rna.RnaStart;
import org.tinyrecursive.rna.assembly.Candidate;
import org.tinyrecursive.rna.assembly.Tiling;
import org.tinyrecursive.rna.structure.RnaTarget;

/** Runs a trained model on targets of any length: window after window, laid together. */
final class StructureRefiner {
  private final RnaPredictor model;

  StructureRefiner(RnaPredictor model) {
    this.model = model;
  }

  /**
   * A refined structure.
   *
   * @param xyz positions of all residues, in the frame of the start
   * @param quality TM-score that the model expects of the start, 0 … 1
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Refined(double[] xyz, double quality) {}

  /**
   * Refines starts, in their order; the k-th as guess number k.
   *
   * @param example what the model is told of the target
   * @param support of each start, see {@link RnaStart}
   */
  List<Refined> refine(RnaExample example, List<Candidate> candidates, double[] support) {
    List<RnaStart> starts = new ArrayList<>();
    for (int k = 0; k < candidates.size(); k++) {
      starts.add(ModelInput.start(candidates.get(k), support[k], Double.NaN));
    }
    List<Tiling.Window> windows = windows(example);
    List<List<RnaGuess>> byWindow = new ArrayList<>();
    for (Tiling.Window window : windows) {
      byWindow.add(model.predict(example, starts, window.from(), window.to()));
    }
    List<Refined> refined = new ArrayList<>();
    for (int k = 0; k < candidates.size(); k++) {
      double quality = 0;
      for (List<RnaGuess> guesses : byWindow) {
        quality += guesses.get(k).quality() / windows.size();
      }
      double[] xyz = Tiling.join(candidates.get(k).xyz(), parts(windows, byWindow, k));
      refined.add(new Refined(xyz, quality));
    }
    return refined;
  }

  /** All guesses of the toy. */
  List<double[]> toy(RnaTarget target) {
    RnaExample example = ModelInput.lettersOnly(target, new float[0]);
    List<Tiling.Window> windows = windows(example);
    List<List<RnaGuess>> byWindow = new ArrayList<>();
    for (Tiling.Window window : windows) {
      byWindow.add(model.predict(example, example.starts(), window.from(), window.to()));
    }
    List<double[]> all = new ArrayList<>();
    for (int k = 0; k < model.guesses(); k++) {
      all.add(Tiling.join(example.length(), parts(windows, byWindow, k)));
    }
    return all;
  }

  private List<Tiling.Window> windows(RnaExample example) {
    return Tiling.windows(example.length(), model.maxLength());
  }

  private static List<Tiling.Part> parts(
      List<Tiling.Window> windows, List<List<RnaGuess>> byWindow, int guess) {
    List<Tiling.Part> parts = new ArrayList<>();
    for (int w = 0; w < windows.size(); w++) {
      float[] values = byWindow.get(w).get(guess).xyz();
      double[] xyz = new double[values.length];
      for (int i = 0; i < values.length; i++) {
        xyz[i] = values[i];
      }
      parts.add(new Tiling.Part(windows.get(w), xyz));
    }
    return parts;
  }
}
