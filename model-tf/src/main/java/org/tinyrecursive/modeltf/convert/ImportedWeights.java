package org.tinyrecursive.modeltf.convert;

import java.util.List;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;

/**
 * What was taken from a file of another program.
 *
 * @param tensors the weights
 * @param leftAside names of what else the file holds, in its order, such as an optimizer's state
 */
public record ImportedWeights(List<NamedTensor> tensors, List<String> leftAside) {
  public ImportedWeights {
    tensors = List.copyOf(tensors);
    leftAside = List.copyOf(leftAside);
  }
}
