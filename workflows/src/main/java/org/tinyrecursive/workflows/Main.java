package org.tinyrecursive.workflows;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.tinyrecursive.modeltf.nativelib.NativeTensorFlow;

/** Entry point of {@code trm}. */
public final class Main {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    NativeTensorFlow.liftMemoryLimit();
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(Commands.tree().run(out, err, args));
  }
}
