package org.tinyrecursive.transforms.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
  @TempDir Path dir;

  @Test
  void itGoesWithAllThatIsInItWhenItIsClosed() throws IOException {
    Path path;
    try (ScratchFolder scratch = ScratchFolder.in(dir, "work")) {
      path = scratch.path();
      Files.writeString(Files.createDirectories(path.resolve("a/b")).resolve("file"), "x");
      assertThat(path.getFileName().toString()).startsWith("work-");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
          .isEqualTo("rwx------");
    }
    assertThat(path).doesNotExist();
  }

  @Test
  void thoseInUseAndThoseOfOtherNamesStayWhenAnotherIsMade() throws IOException {
    Path other = Files.createDirectory(dir.resolve("workshop-1"));
    Files.createFile(other.resolve(".lock"));
    try (ScratchFolder one = ScratchFolder.in(dir, "work");
        ScratchFolder two = ScratchFolder.in(dir, "work")) {
      assertThat(one.path()).isNotEqualTo(two.path()).isDirectory();
      assertThat(other).isDirectory();
    }
  }

  @Test
  void itGoesWhereTheProcessIsAskedToEnd() throws Exception {
    Process process = start();
    assertThat(dir.toFile().list()).hasSize(1);
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void whatAKilledProcessLeavesGoesWhenTheNextIsMade() throws Exception {
    Process process = start();
    process.destroyForcibly().waitFor();
    assertThat(dir.toFile().list()).hasSize(1);
    ScratchFolder.in(dir, "work").close();
    assertThat(dir).isEmptyDirectory();
  }

  /** A process that has made one, with a file in it, and waits. */
  private Process start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Waiting.class.getName(),
                dir.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(process.getInputStream().read()).isEqualTo('1');
    return process;
  }

  static final class Waiting {
    private Waiting() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      try (ScratchFolder scratch = ScratchFolder.in(Path.of(args[0]), "work")) {
        Files.writeString(scratch.path().resolve("file"), "x");
        System.out.print('1');
        System.out.flush();
        Thread.sleep(600_000);
      }
    }
  }
}
