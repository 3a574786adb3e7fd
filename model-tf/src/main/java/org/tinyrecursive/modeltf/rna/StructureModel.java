package org.tinyrecursive.modeltf.rna;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.tinyrecursive.modeltf.layers.Computation;
import org.tinyrecursive.modeltf.model.ParameterSpec;

/** A model of structures, as graph. */
sealed interface StructureModel permits RefiningModel, ToyModel {
  /** Its parameters. */
  List<ParameterSpec> parameters();

  /** Windows of one target in a batch for training. */
  int rowsPerTarget();

  /** What training makes small. */
  Losses losses(Computation<TFloat32> c, RnaFeed feed);

  /** What is predicted. */
  Guesses guesses(Computation<TFloat32> c, RnaFeed feed);

  /**
   * Scalars.
   *
   * @param total what is differentiated
   * @param parts what is logged, in the order of {@link #lossNames}
   */
  record Losses(Operand<TFloat32> total, List<Operand<TFloat32>> parts) {}

  /** Names of the logged parts. */
  List<String> lossNames();

  /**
   * Predicted positions.
   *
   * @param positions [B, guesses of a row, L, 3]
   * @param quality expected TM-score [B]
   */
  record Guesses(Operand<TFloat32> positions, Operand<TFloat32> quality) {}
}
