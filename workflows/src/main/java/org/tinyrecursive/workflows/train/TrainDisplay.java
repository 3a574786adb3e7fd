package org.tinyrecursive.workflows.train;

import java.io.PrintWriter;
import org.tinyrecursive.workflows.cli.Stderr;

/** Where people watch training: a bar on a terminal, lines elsewhere. */
interface TrainDisplay extends AutoCloseable {
  /** Time between two statuses. */
  long statusNanos();

  /** Shows how it goes. */
  void status(TrainStatus status);

  /** Adds a line that stays. */
  void line(String text);

  @Override
  void close();

  /** The display that suits stderr. */
  static TrainDisplay of(PrintWriter err) {
    return Stderr.isTerminal() ? new TrainBar(err) : new TrainLines(err);
  }
}
