package org.tinyrecursive.workflows.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where progress goes. */
public final class Stderr {
  private static final Path FILE = Path.of("/proc/self/fd/2");

  private Stderr() {}

  /** Whether it is a terminal; false where the system does not tell. */
  public static boolean isTerminal() {
    if (!Files.isSymbolicLink(FILE)) {
      return false;
    }
    try {
      String target = Files.readSymbolicLink(FILE).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException unreadable) {
      return false;
    }
  }
}
