package org.tinyrecursive.deploy.flink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A script of this module at work; its output goes to a file. */
record Script(Process process, Path log) {
  private static final long LONGEST_SECONDS = 600;

  /** Starts a script. Tests run in the folder of the module. */
  static Script run(Path log, String name, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(name).toAbsolutePath().toString()));
    Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
    Files.createDirectories(log.getParent());
    return new Script(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(),
        log);
  }

  /** Waits for the end and returns the exit code. */
  int await(long seconds) throws Exception {
    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new AssertionError("it never ended:\n" + output());
    }
    return process.exitValue();
  }

  /** Waits for an end that must be good, and returns what was printed. */
  String requireDone() throws Exception {
    if (await(LONGEST_SECONDS) != 0) {
      throw new AssertionError(output());
    }
    return output();
  }

  String output() throws IOException {
    return Files.readString(log);
  }
}
