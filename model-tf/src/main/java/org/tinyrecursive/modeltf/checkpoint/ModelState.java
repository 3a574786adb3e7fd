package org.tinyrecursive.modeltf.checkpoint;

import java.util.List;

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
}
