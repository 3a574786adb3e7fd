package org.tinyrecursive.workflows.train;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

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
    return isTerminal() ? new TrainBar(err) : new TrainLines(err);
  }

  /** Whether stderr is a terminal; false where the system does not tell. */
  private static boolean isTerminal() {
    Path stderr = Path.of("/proc/self/fd/2");
    if (!Files.isSymbolicLink(stderr)) {
      return false;
    }
    try {
      String target = Files.readSymbolicLink(stderr).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException unreadable) {
      return false;
    }
  }
}
