package org.tinyrecursive.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.workflows.cli.ExitCode;

/** Every stage that writes, on a real file system with hardly any room. */
@Tag("slow")
class FullDiskTest {
  private static final String ROOM = "size=48k";

  @TempDir private static Path folder;
  private static TinyRoad road;
  @TempDir private Path place;
  private Path disk;

  @BeforeAll
  static void goTheRoad() {
    road = TinyRoad.make(folder, 6);
  }

  @BeforeEach
  void mountASmallDisk() throws Exception {
    disk = Files.createDirectory(place.resolve("disk"));
    Process mount =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", ROOM, "tmpfs", disk.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(mount.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assumeThat(mount.waitFor()).as("this user may not mount a file system: %s", said).isZero();
  }

  @AfterEach
  void unmount() throws Exception {
    // Threads of a pipeline that failed may be a moment late; a file left open is there for ever.
    int code = umount();
    for (int attempt = 0; code != 0 && attempt < 100; attempt++) {
      Thread.sleep(100);
      code = umount();
    }
    if (code != 0) {
      umount("--lazy");
    }
    assertThat(code).as("no file was left open").isZero();
  }

  private int umount(String... options) throws Exception {
    List<String> command = new ArrayList<>(List.of("umount"));
    command.addAll(List.of(options));
    command.add(disk.toString());
    return new ProcessBuilder(command).start().waitFor();
  }

  @Test
  void samplesAreWholeOrNotThere() throws IOException {
    Trm full =
        Trm.run(
            "sample", "sudoku", "--size=6", "--count=1000", "--output-dir", disk.resolve("raw"));

    assertFull(full);
    assertThat(left()).isEmpty();
  }

  @Test
  void aDatasetIsWholeOrNotThere() throws IOException {
    Trm full =
        Trm.run(
            "dataset",
            "sudoku",
            "--train",
            road.raw().resolve("train.csv"),
            "--num-aug=500",
            "--output-dir",
            disk.resolve("data"));

    assertFull(full);
    assertThat(left()).isEmpty();
  }

  @Test
  void predictionsAreWholeOrNotThere() throws IOException {
    Files.write(disk.resolve("filler"), new byte[44 << 10]);
    Trm full =
        Trm.run(
            "predict",
            "sudoku",
            "--checkpoint",
            road.run(),
            "--data",
            road.data(),
            "--output-dir",
            disk.resolve("predictions"));

    assertFull(full);
    assertThat(left()).containsExactly("filler");
  }

  @Test
  void trainingEndsAndLeavesNoHalfCheckpoint() throws IOException {
    Path run = disk.resolve("run");
    Trm full =
        road.train("--output-dir", run, "--set=train.epochs=8", "--set=train.eval_interval=4");

    assertFull(full);
    Path checkpoints = run.resolve("checkpoints");
    if (Files.exists(checkpoints)) {
      try (Stream<Path> saved = Files.list(checkpoints)) {
        assertThat(saved.map(file -> file.getFileName().toString()))
            .allMatch(name -> name.matches("step-\\d{8}|latest|best"));
      }
    }
  }

  private static void assertFull(Trm full) {
    assertThat(full.err()).contains("No space left on device").doesNotContain("\tat ");
    assertThat(full.code()).isEqualTo(ExitCode.FAILED);
    assertThat(full.out()).isEmpty();
  }

  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(disk)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
