package org.tinyrecursive.rna.dataset;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * A window of a target's residues.
 *
 * @param from first residue, counted from 0
 * @param to residue after the last
 */
public record Crop(int from, int to) {
  /**
   * Windows that hold every residue of a target: the whole, if it is short enough; else as few of
   * the most residues allowed as suffice, their starts spread evenly, so that neighbours overlap.
   *
   * @param maxLength most residues of a window, 1 and above
   * @throws InputRefusedException if it is below 1
   */
  public static List<Crop> of(int length, int maxLength) {
    if (maxLength < 1) {
      throw new InputRefusedException("--max-length is " + maxLength + ", allowed: 1 and above");
    }
    if (length <= maxLength) {
      return List.of(new Crop(0, length));
    }
    int count = (length + maxLength - 1) / maxLength;
    List<Crop> crops = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = (int) Math.round((double) i * (length - maxLength) / (count - 1));
      crops.add(new Crop(from, from + maxLength));
    }
    return crops;
  }
}
