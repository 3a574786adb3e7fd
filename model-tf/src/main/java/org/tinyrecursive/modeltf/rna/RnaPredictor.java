package org.tinyrecursive.modeltf.rna;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.transforms.InputRefusedException;

/** A trained model of RNA structures. Safe for use by several threads, one at a time in it. */
public final class RnaPredictor implements AutoCloseable {
  private static final int ROWS = 8;

  private final RnaEngine engine;
  private final RnaModelKind kind;
  private final int guesses;
  private final int maxLength;

  private RnaPredictor(RnaEngine engine, RnaModelKind kind, int guesses, int maxLength) {
    this.engine = engine;
    this.kind = kind;
    this.guesses = guesses;
    this.maxLength = maxLength;
  }

  /**
   * The model of a checkpoint, or the best one of a run.
   *
   * @throws InputRefusedException if there is none, or it is no model of RNA structures
   */
  public static RnaPredictor load(Path path, Compute compute) throws IOException {
    Checkpoint checkpoint = Checkpoint.load(path);
    List<NamedTensor> model = checkpoint.loadModel();
    int guesses = RnaModelKind.guessesOf(model);
    if (guesses == 0) {
      throw new InputRefusedException(
          "%s is no model of RNA structures; train one with trm train rna".formatted(path));
    }
    RnaModelKind kind = RnaModelKind.of(model);
    RnaEngine engine = new RnaEngine(checkpoint.state().recipe(), kind, guesses, compute);
    try {
      checkpoint.restore(engine::restore);
    } catch (InputRefusedException | IOException e) {
      engine.close();
      throw e;
    }
    return new RnaPredictor(engine, kind, guesses, checkpoint.state().dataShape().seqLen());
  }

  /** Which model it is. */
  public RnaModelKind kind() {
    return kind;
  }

  /** Guesses that differ on purpose. */
  public int guesses() {
    return guesses;
  }

  /** Most residues of a window; the model has seen none longer. */
  public int maxLength() {
    return maxLength;
  }

  /**
   * Predicts residues {@code from} to {@code to} − 1. The recursive model refines every start, in
   * order, as guess 1, 2 and so on, and begins again after the last guess. The toy looks at no
   * start and gives all its guesses at once.
   *
   * @param starts at least one
   */
  public synchronized List<RnaGuess> predict(
      RnaExample example, List<RnaStart> starts, int from, int to) {
    List<RnaWindow> windows = new ArrayList<>();
    int wanted = kind == RnaModelKind.TRM ? starts.size() : 1;
    for (int k = 0; k < wanted; k++) {
      windows.add(new RnaWindow(example, starts.get(k), from, to, k % guesses));
    }
    return predict(engine, windows);
  }

  /** In batches of one size, the last one filled up with windows that are then forgotten. */
  static List<RnaGuess> predict(RnaEngine engine, List<RnaWindow> windows) {
    List<RnaGuess> all = new ArrayList<>();
    int rows = windows.size() == 1 ? 1 : ROWS;
    for (int at = 0; at < windows.size(); at += rows) {
      List<RnaWindow> batch =
          new ArrayList<>(windows.subList(at, Math.min(windows.size(), at + rows)));
      int real = batch.size();
      while (batch.size() < rows) {
        batch.add(batch.get(0));
      }
      List<RnaGuess> guessed = engine.predict(batch);
      all.addAll(guessed.subList(0, real * guessed.size() / rows));
    }
    return all;
  }

  @Override
  public synchronized void close() {
    engine.close();
  }
}
