package org.tinyrecursive.modeltf.checkpoint;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Everything that training needs to go on exactly, as three groups of tensors, one file each.
 *
 * @param model raw weights, puzzle table and initial vectors, by published names
 * @param ema the averaged dense weights, by the same names; empty where no average is kept
 * @param optimizer moments and carry
 */
public record ModelState(
    List<NamedTensor> model, List<NamedTensor> ema, List<NamedTensor> optimizer) {
  public ModelState {
    model = List.copyOf(model);
    ema = List.copyOf(ema);
    optimizer = List.copyOf(optimizer);
  }

  /** A weight that is infinite or no number, if there is one. */
  public Optional<NamedTensor> findNonFinite() {
    return model.stream()
        .filter(tensor -> tensor.type() == TensorType.F32)
        .filter(ModelState::hasNonFinite)
        .findFirst();
  }

  private static boolean hasNonFinite(NamedTensor tensor) {
    FloatBuffer values = tensor.data().asFloatBuffer();
    while (values.hasRemaining()) {
      if (!Float.isFinite(values.get())) {
        return true;
      }
    }
    return false;
  }
}
