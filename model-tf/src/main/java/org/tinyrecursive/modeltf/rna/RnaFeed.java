package org.tinyrecursive.modeltf.rna;

import java.util.Arrays;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;

/** The placeholders of a batch of windows, all padded to one length, and what fills them. */
final class RnaFeed implements AutoCloseable {
  /** Places of two chains lie further apart than any relative position counts. */
  private static final float CHAIN_DISTANCE = 100_000;

  private final int rows;
  private final int length;
  private final int codes;
  private final Part nodes;
  private final Part places;
  private final Part pairs;
  private final Part start;
  private final Part mask;
  private final Part code;
  private final Part label;
  private final Part labelled;
  private final Part quality;

  /**
   * @param rows windows B
   * @param length residues L of each
   * @param codes guesses that differ on purpose
   */
  RnaFeed(Ops tf, int rows, int length, int codes) {
    this.rows = rows;
    this.length = length;
    this.codes = codes;
    nodes = new Part(tf, rows, length, NodeFeatures.COUNT);
    places = new Part(tf, rows, length);
    pairs = new Part(tf, rows, length, length);
    start = new Part(tf, rows, length, 3);
    mask = new Part(tf, rows, length);
    code = new Part(tf, rows, codes);
    label = new Part(tf, rows, length, 3);
    labelled = new Part(tf, rows, length);
    quality = new Part(tf, rows, 2);
  }

  int rows() {
    return rows;
  }

  int length() {
    return length;
  }

  /** Features of residues [B, L, F]. */
  Operand<TFloat32> nodes() {
    return nodes.placeholder;
  }

  /** Number of each residue in its chain; other chains are far away [B, L]. */
  Operand<TFloat32> places() {
    return places.placeholder;
  }

  /** Base-pair probabilities [B, L, L]. */
  Operand<TFloat32> pairs() {
    return pairs.placeholder;
  }

  /** Positions to begin with, Å [B, L, 3]. */
  Operand<TFloat32> start() {
    return start.placeholder;
  }

  /** 1 for residues, 0 for padding [B, L]. */
  Operand<TFloat32> mask() {
    return mask.placeholder;
  }

  /** Which guess, one-hot [B, K]. */
  Operand<TFloat32> code() {
    return code.placeholder;
  }

  /** Known positions, Å; 0 where missing [B, L, 3]. */
  Operand<TFloat32> label() {
    return label.placeholder;
  }

  /** 1 where a position is known [B, L]. */
  Operand<TFloat32> labelled() {
    return labelled.placeholder;
  }

  /** The start's TM-score, and 1 where it is known [B, 2]. */
  Operand<TFloat32> quality() {
    return quality.placeholder;
  }

  /** Fills a row; {@link #feed} uses it until it is filled again. */
  void fill(int row, RnaWindow window) {
    RnaExample example = window.example();
    int size = window.to() - window.from();
    if (size > length) {
      throw new IllegalArgumentException(size + " residues, the graph was built for " + length);
    }
    NodeFeatures.fill(
        example,
        window.start(),
        window.from(),
        window.to(),
        nodes.clear(row),
        row * nodes.rowSize());
    float[] place = places.clear(row);
    float[] known = mask.clear(row);
    for (int i = 0; i < size; i++) {
      int residue = window.from() + i;
      place[row * length + i] =
          example.residue()[residue] + CHAIN_DISTANCE * example.chain()[residue];
      known[row * length + i] = 1;
    }
    fillPairs(row, window);
    fillStart(row, window);
    code.clear(row)[row * codes + window.code()] = 1;
    float[] score = quality.clear(row);
    boolean isKnown = !Float.isNaN(window.start().quality());
    score[2 * row] = isKnown ? window.start().quality() : 0;
    score[2 * row + 1] = isKnown ? 1 : 0;
    fillLabel(row, window);
  }

  private void fillPairs(int row, RnaWindow window) {
    float[] table = pairs.clear(row);
    for (RnaExample.Pair pair : window.example().pairs()) {
      if (pair.i() >= window.from() && pair.j() < window.to()) {
        int i = pair.i() - window.from();
        int j = pair.j() - window.from();
        table[(row * length + i) * length + j] = pair.probability();
        table[(row * length + j) * length + i] = pair.probability();
      }
    }
  }

  /** Centred; padding goes on as the last steps did, so that no frame is without direction. */
  private void fillStart(int row, RnaWindow window) {
    float[] xyz = start.clear(row);
    float[] from = window.start().xyz();
    int size = window.to() - window.from();
    int base = row * 3 * length;
    for (int a = 0; a < 3; a++) {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        sum += from[3 * (window.from() + i) + a];
      }
      float centre = (float) (sum / size);
      for (int i = 0; i < size; i++) {
        xyz[base + 3 * i + a] = from[3 * (window.from() + i) + a] - centre;
      }
      for (int i = size; i < length; i++) {
        int at = base + 3 * i + a;
        xyz[at] = i < 3 ? i * (a + 1) : xyz[at - 3] + xyz[at - 6] - xyz[at - 9];
      }
    }
  }

  private void fillLabel(int row, RnaWindow window) {
    float[] xyz = label.clear(row);
    float[] known = labelled.clear(row);
    float[] from = window.example().label();
    if (from.length == 0) {
      return;
    }
    for (int i = 0; i < window.to() - window.from(); i++) {
      int at = 3 * (window.from() + i);
      if (!Float.isNaN(from[at])) {
        System.arraycopy(from, at, xyz, 3 * (row * length + i), 3);
        known[row * length + i] = 1;
      }
    }
  }

  /** Feeds what was filled last. */
  Session.Runner feed(Session.Runner runner) {
    for (Part part : parts()) {
      part.feed(runner);
    }
    return runner;
  }

  private Part[] parts() {
    return new Part[] {nodes, places, pairs, start, mask, code, label, labelled, quality};
  }

  @Override
  public void close() {
    for (Part part : parts()) {
      part.tensor.close();
    }
  }

  /** One placeholder, its values and the tensor that carries them. */
  private static final class Part {
    private final Placeholder<TFloat32> placeholder;
    private final float[] values;
    private final TFloat32 tensor;
    private final int rowSize;

    Part(Ops tf, long... sizes) {
      Shape shape = Shape.of(sizes);
      placeholder = tf.placeholder(TFloat32.class, Placeholder.shape(shape));
      values = new float[Math.toIntExact(shape.size())];
      tensor = TFloat32.tensorOf(shape);
      rowSize = values.length / Math.toIntExact(sizes[0]);
    }

    int rowSize() {
      return rowSize;
    }

    float[] clear(int row) {
      Arrays.fill(values, row * rowSize, (row + 1) * rowSize, 0);
      return values;
    }

    void feed(Session.Runner runner) {
      tensor.asRawTensor().data().asFloats().write(values);
      runner.feed(placeholder, tensor);
    }
  }
}
