package org.tinyrecursive.workflows.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A checkout with the real launcher, and a machine whose Java and Maven are stand-ins: Maven
 * "builds" what the launcher expects and counts its calls, Java prints what it was started with.
 */
final class Checkout {
  private static final List<String> COMMANDS =
      List.of(
          "awk",
          "bash",
          "cat",
          "cut",
          "dirname",
          "find",
          "flock",
          "grep",
          "head",
          "mkdir",
          "readlink",
          "rm",
          "sed",
          "sleep",
          "tee",
          "touch");

  final Path root;
  final Path java;
  private final Path machine;
  private final Path commands;

  Checkout(Path root, Path machine) throws IOException {
    this.root = root;
    this.machine = machine;
    commands = Files.createDirectories(machine.resolve("commands"));
    for (String command : COMMANDS) {
      executable(commands.resolve(command), "exec " + installed(command) + " \"$@\"");
    }
    java = javaHome("jdk", "JAVA_VERSION=\"17.0.9\"");
    executable(java.resolve("bin/javac"), "exit 0");
    Files.createDirectories(root.resolve("workflows/src/main/java"));
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Files.writeString(root.resolve("workflows/pom.xml"), "<project/>");
    Files.writeString(source(), "class Main {}");
    Files.copy(Path.of("").toAbsolutePath().resolveSibling("trm"), trm());
    installMaven();
  }

  Path trm() {
    return root.resolve("trm");
  }

  Path source() {
    return root.resolve("workflows/src/main/java/Main.java");
  }

  /** A folder with a java that says where it was started, how, and with what. */
  Path javaHome(String name, String release) throws IOException {
    Path home = machine.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), release + "\n");
    executable(
        home.resolve("bin/java"),
        "echo \"folder $PWD\"; echo \"log level $TF_CPP_MIN_LOG_LEVEL\"; printf '<%s>\\n' \"$@\"");
    return home;
  }

  /** A Maven that builds in half a second. */
  void installMaven() throws IOException {
    maven(
        "sleep 0.5; mkdir -p workflows/target; touch workflows/target/trm.jar;"
            + " echo lib/a.jar:lib/b.jar >workflows/target/class-path.txt;"
            + " case \"$*\" in *-Pgpu*)"
            + " echo lib/tensorflow-core-native-1.1.0-linux-x86_64-gpu.jar"
            + " >workflows/target/class-path.txt;; esac;"
            + " case \"$*\" in *deploy/dataflow*) mkdir -p deploy/dataflow/target;"
            + " echo lib/c.jar >deploy/dataflow/target/class-path.txt;; esac");
  }

  /** A Maven that finds an error in the sources. */
  void installFailingMaven() throws IOException {
    maven("echo '[ERROR] Main.java:[1,7] class, interface or enum expected'; exit 1");
  }

  private void maven(String build) throws IOException {
    executable(
        commands.resolve("mvn"),
        "if [ \"$1\" = --version ]; then echo 'Apache Maven 3.8.7'; exit 0; fi",
        "echo \"$JAVA_HOME\" >>'" + machine.resolve("builds") + "'",
        "echo '[INFO] Building workflows 0.1.0     [1/1]'",
        build);
  }

  /** Builds as a user does who calls Maven: nothing of the launcher's own is left behind. */
  void callMaven(String... arguments) throws IOException, InterruptedException {
    Process build =
        new ProcessBuilder(
                Stream.concat(Stream.of(commands.resolve("mvn").toString()), Stream.of(arguments))
                    .toList())
            .directory(root.toFile())
            .start();
    if (build.waitFor() != 0) {
      throw new IOException("Maven failed");
    }
  }

  void replaceMaven(String version) throws IOException {
    executable(commands.resolve("mvn"), "echo 'Apache Maven " + version + "'");
  }

  void removeMaven() throws IOException {
    Files.delete(commands.resolve("mvn"));
  }

  int builds() throws IOException {
    return javaHomesOfBuilds().size();
  }

  /** What JAVA_HOME was in each build so far. */
  List<String> javaHomesOfBuilds() throws IOException {
    Path builds = machine.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds) : List.of();
  }

  /** Gives a file the time of a change made after everything so far. */
  static void change(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(2)));
  }

  Launch launch(String... arguments) throws IOException, InterruptedException {
    return start(trm(), root, Map.of("JAVA_HOME", java.toString()), arguments).finish();
  }

  /**
   * Starts the launcher without waiting for it.
   *
   * @param trm the launcher or a link to it
   * @param folder where the user is
   * @param environment all of it, except for the path
   */
  RunningLaunch start(Path trm, Path folder, Map<String, String> environment, String... arguments)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder();
    builder.command(Stream.concat(Stream.of(trm.toString()), Stream.of(arguments)).toList());
    builder.directory(folder.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", commands.toString());
    builder.environment().putAll(environment);
    Path out = Files.createTempFile(machine, "out", "");
    Path err = Files.createTempFile(machine, "err", "");
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    return new RunningLaunch(builder.start(), out, err);
  }

  /** Puts a Java on the path, so that it needs no JAVA_HOME. */
  void putOnPath(Path javaHome) throws IOException {
    Files.createSymbolicLink(commands.resolve("java"), javaHome.resolve("bin/java"));
  }

  private static void executable(Path file, String... lines) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
  }

  private static Path installed(String command) throws IOException {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, command))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IOException(command + " was not found on the path"));
  }

  /** A launcher that may still be at work. */
  record RunningLaunch(Process process, Path out, Path err) {
    Launch finish() throws IOException, InterruptedException {
      int code = process.waitFor();
      return new Launch(code, Files.readString(out), Files.readString(err));
    }
  }

  /** What a launch printed. */
  record Launch(int code, String out, String err) {}
}
