package org.tinyrecursive.modeltf.rna;

import java.util.List;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.config.Recipe;

/** Which model is trained. */
public enum RnaModelKind {
  /** The recursive model that refines structures. */
  TRM,
  /** The published toy, to compare with. */
  BASELINE;

  StructureModel create(Recipe recipe, int guesses) {
    return this == TRM
        ? new RefiningModel(recipe.model(), guesses)
        : new ToyModel(recipe.model(), guesses);
  }

  /** The kind that these tensors belong to. */
  public static RnaModelKind of(List<NamedTensor> tensors) {
    return tensors.stream().anyMatch(tensor -> tensor.name().equals(ToyModel.HEADS))
        ? BASELINE
        : TRM;
  }

  /** Guesses that these tensors were trained for; 0 where they are no model of this kind. */
  public static int guessesOf(List<NamedTensor> tensors) {
    for (NamedTensor tensor : tensors) {
      if (tensor.name().equals(ToyModel.HEADS)) {
        return rows(tensor) / 3;
      }
      if (tensor.name().equals("code_embed.weight")) {
        return rows(tensor);
      }
    }
    return 0;
  }

  private static int rows(NamedTensor matrix) {
    return matrix.shape().size() == 2 && matrix.elements() > 0
        ? Math.toIntExact(matrix.shape().get(0))
        : 0;
  }
}
