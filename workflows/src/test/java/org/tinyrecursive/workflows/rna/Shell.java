package org.tinyrecursive.workflows.rna;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Scripts of the project, run as a user runs them. */
record Shell(int code, String output) {
  private static final long LONGEST_SECONDS = 300;

  /** Root of the project. */
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** Runs a command with nothing in its environment but what is given. */
  static Shell run(Path folder, Map<String, String> environment, List<String> command)
      throws Exception {
    Path log = Files.createTempFile(folder, "shell", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", "/usr/local/bin:/usr/bin:/bin");
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it never ended:\n" + Files.readString(log));
    }
    return new Shell(process.exitValue(), Files.readString(log));
  }

  /** A {@code trm} of the classes under test. */
  static Path trm(Path folder) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path script = folder.resolve("trm");
    Files.writeString(
        script,
        """
        #!/bin/sh
        exec '%s' --add-opens=java.base/java.nio=ALL-UNNAMED -cp '%s' org.tinyrecursive.workflows.Main "$@"
        """
            .formatted(java, System.getProperty("java.class.path")),
        StandardCharsets.UTF_8);
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
