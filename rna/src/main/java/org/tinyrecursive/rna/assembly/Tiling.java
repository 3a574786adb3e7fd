package org.tinyrecursive.rna.assembly;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.rna.structure.LeastSquaresFit;

/**
 * Puts structures of overlapping windows together. Neighbouring windows share half their residues;
 * each window is laid on the positions it should meet by a rigid motion, and where windows overlap,
 * positions pass from one to the next.
 */
public final class Tiling {
  private Tiling() {}

  /**
   * A window.
   *
   * @param from first residue
   * @param to residue after the last
   */
  public record Window(int from, int to) {}

  /**
   * A window's structure.
   *
   * @param window its place
   * @param xyz positions of its residues, three numbers each
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Part(Window window, double[] xyz) {}

  /**
   * Windows that cover a chain, in order; a chain that fits is one window.
   *
   * @param size residues of a window, 2 and above
   */
  public static List<Window> windows(int length, int size) {
    if (length <= size) {
      return List.of(new Window(0, length));
    }
    int count = 1 + (int) Math.ceil((length - size) / (size / 2.0));
    List<Window> windows = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int from = (int) Math.round((double) k * (length - size) / (count - 1));
      windows.add(new Window(from, from + size));
    }
    return windows;
  }

  /** Lays every part on the ones before it. A single part is the result as it is. */
  public static double[] join(int length, List<Part> parts) {
    double[] xyz = new double[3 * length];
    int done = 0;
    for (Part part : parts) {
      int shared = done - part.window().from();
      double[] moved =
          done == 0 ? part.xyz() : fitted(part.xyz(), xyz, part.window().from(), shared);
      blend(moved, xyz, part.window(), shared);
      done = part.window().to();
    }
    return xyz;
  }

  /** Lays every part on the structure it was made from. */
  public static double[] join(double[] start, List<Part> parts) {
    double[] xyz = new double[start.length];
    int done = 0;
    for (Part part : parts) {
      Window window = part.window();
      double[] moved = fitted(part.xyz(), start, window.from(), window.to() - window.from());
      blend(moved, xyz, window, done - window.from());
      done = window.to();
    }
    return xyz;
  }

  /** Its first residues on those of {@code onto} that begin at {@code from}. */
  private static double[] fitted(double[] part, double[] onto, int from, int count) {
    LeastSquaresFit fit = new LeastSquaresFit();
    for (int i = 0; i < count; i++) {
      int at = 3 * (from + i);
      fit.add(part[3 * i], part[3 * i + 1], part[3 * i + 2], onto[at], onto[at + 1], onto[at + 2]);
    }
    double[] m = new double[12];
    fit.solve(m);
    double[] moved = new double[part.length];
    for (int i = 0; i < part.length; i += 3) {
      for (int a = 0; a < 3; a++) {
        moved[i + a] =
            m[3 * a] * part[i] + m[3 * a + 1] * part[i + 1] + m[3 * a + 2] * part[i + 2] + m[9 + a];
      }
    }
    return moved;
  }

  /** The {@code shared} first residues pass from what is there to the part, step by step. */
  private static void blend(double[] part, double[] xyz, Window window, int shared) {
    for (int i = 0; i < window.to() - window.from(); i++) {
      double share = i < shared ? (i + 1.0) / (shared + 1) : 1;
      for (int a = 0; a < 3; a++) {
        int at = 3 * (window.from() + i) + a;
        xyz[at] = share * part[3 * i + a] + (1 - share) * xyz[at];
      }
    }
  }
}
