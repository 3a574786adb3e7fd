package org.tinyrecursive.rna.assembly;

import java.time.LocalDate;
import java.util.Arrays;
import org.tinyrecursive.rna.fold.PairTable;
import org.tinyrecursive.rna.structure.AForm;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.RigidMotion;
import org.tinyrecursive.rna.template.TemplateHit;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Builds models on a template: aligned residues take its positions. Long stretches without any that
 * have helices of their own are assembled and set outside of the rest; other gaps are filled.
 */
final class TemplateModel {
  /** Shorter stretches have no room for a helix and its loop. */
  private static final int SHORTEST_DOMAIN = 9;

  private static final double TEMPERATURE = 0.3;

  private final Assembler assembler;

  TemplateModel(Assembler assembler) {
    this.assembler = assembler;
  }

  /** Positions of all residues, not yet relaxed. */
  double[] build(
      String sequence, PairTable pairs, TemplateHit hit, LocalDate cutoff, StableRandom random) {
    int n = sequence.length();
    double[] xyz = new double[3 * n];
    Arrays.fill(xyz, Double.NaN);
    Coordinates template = hit.chain().positions();
    for (int i = 0; i < n; i++) {
      int residue = hit.alignment().templateOf()[i];
      if (residue >= 0 && template.isResolved(residue)) {
        xyz[3 * i] = template.x(residue);
        xyz[3 * i + 1] = template.y(residue);
        xyz[3 * i + 2] = template.z(residue);
      }
    }
    double[] centre = Points.centre(xyz);
    boolean[] covered = new boolean[n];
    for (int i = 0; i < n; i++) {
      covered[i] = Points.isPlaced(xyz, i);
    }
    int from = 0;
    while (from < n) {
      int to = from;
      while (to < n && !covered[to]) {
        to++;
      }
      if (to - from >= SHORTEST_DOMAIN && pairs.slice(from, to).pairCount() >= 3) {
        double[] part =
            assembler.build(
                sequence.substring(from, to), pairs.slice(from, to), cutoff, TEMPERATURE, random);
        attach(part, xyz, from, to, centre);
      }
      from = to + 1;
    }
    GapFill.fill(xyz);
    return xyz;
  }

  /** Sets a part so that its ends meet the residues before and after, its bulk outside. */
  private static void attach(double[] part, double[] xyz, int from, int to, double[] centre) {
    int n = xyz.length / 3;
    int length = to - from;
    double[] middle = Points.centre(part);
    int before = from > 0 ? from - 1 : to;
    int after = to < n ? to : from - 1;
    double[] root = new double[3];
    for (int a = 0; a < 3; a++) {
      root[a] = (xyz[3 * before + a] + xyz[3 * after + a]) / 2;
    }
    double[] out = Points.unit(root[0] - centre[0], root[1] - centre[1], root[2] - centre[2]);
    int first = from > 0 ? 0 : length - 1;
    int last = to < n ? length - 1 : 0;
    double height = 0;
    double[] source = new double[9];
    for (int a = 0; a < 3; a++) {
      source[a] = part[3 * first + a];
      source[3 + a] = part[3 * last + a];
      source[6 + a] = middle[a];
      double foot = (source[a] + source[3 + a]) / 2;
      height += (middle[a] - foot) * (middle[a] - foot);
    }
    height = Math.sqrt(height);
    double[] target = new double[9];
    for (int a = 0; a < 3; a++) {
      target[a] = xyz[3 * before + a] + AForm.STEP * out[a];
      target[3 + a] = xyz[3 * after + a] + AForm.STEP * out[a];
      target[6 + a] = root[a] + (height + AForm.STEP) * out[a];
    }
    RigidMotion motion = RigidMotion.fit(source, target);
    for (int k = 0; k < length; k++) {
      motion.move(part, k, xyz, from + k);
    }
  }
}
