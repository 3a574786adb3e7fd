package org.tinyrecursive.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in mid-prediction, with the real model in a real process. */
@Tag("slow")
class KilledPredictionTest {
  @TempDir private Path folder;

  @Test
  void aPredictionThatWasKilledGoesOnAndGivesTheSameBytes() throws Exception {
    TinyRoad road = TinyRoad.make(folder, 4);
    Path whole = folder.resolve("whole");
    assertThat(predict(road, whole).exitCode()).isZero();

    Path killed = folder.resolve("killed");
    TrmProcess first = predict(road, killed);
    while (receipts() == 0) {
      assertThat(first.process().isAlive()).as(first.output()).isTrue();
      Thread.sleep(2);
    }
    first.kill();
    assertThat(killed).doesNotExist();
    assertThat(receipts()).as("parts left").isPositive().isLessThan(TinyRoad.TEST_PUZZLES);
    TrmProcess second = predict(road, killed);

    assertThat(second.exitCode()).as(second.output()).isZero();
    assertSameFiles(killed, whole);
  }

  /** One part for every puzzle, and several attempts: there is time to kill. */
  private TrmProcess predict(TinyRoad road, Path output) throws IOException {
    return TrmProcess.start(
        folder.resolve(output.getFileName() + ".log"),
        "predict",
        "sudoku",
        "--checkpoint",
        road.run(),
        "--data",
        road.data(),
        "--output-dir",
        output,
        "--batch-size=1",
        "--rows-per-file=1",
        "--rollouts=4");
  }

  /** Parts of the killed prediction that are whole; other files come and go meanwhile. */
  private long receipts() throws IOException {
    Optional<Path> staging;
    try (Stream<Path> all = Files.list(folder)) {
      staging =
          all.filter(path -> path.getFileName().toString().startsWith("killed.building-"))
              .findAny();
    }
    Path parts = staging.orElse(folder).resolve("parts");
    if (!Files.isDirectory(parts)) {
      return 0;
    }
    try (Stream<Path> all = Files.list(parts)) {
      return all.filter(file -> file.getFileName().toString().matches("[^.].*\\.json")).count();
    }
  }

  private static void assertSameFiles(Path found, Path expected) throws IOException {
    try (Stream<Path> files = Files.list(expected)) {
      for (Path file : files.toList()) {
        assertThat(found.resolve(file.getFileName())).hasSameBinaryContentAs(file);
      }
    }
  }
}
