package org.tinyrecursive.workflows.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.workflows.Trm;
import org.tinyrecursive.workflows.TrmProcess;

/** A build in a process of its own is killed while it writes, and made again. */
@Tag("slow")
class KilledBuildTest {
  private static final long LONGEST_SECONDS = 120;

  @TempDir private Path folder;
  private Path raw;

  @BeforeEach
  void makeRawFiles() {
    raw = folder.resolve("raw");
    Trm.run("sample", "sudoku", "--size=6", "--count=200", "--test-count=20", "--output-dir", raw)
        .requireDone();
  }

  @Test
  void theBytesAreThoseOfAnyOtherBuildAndNothingElseIsLeft() throws Exception {
    Path killed = Files.createDirectory(folder.resolve("killed"));
    TrmProcess build = TrmProcess.start(folder.resolve("build.log"), args(killed, 2));
    awaitShard(build, killed);
    build.kill();
    assertThat(killed.resolve("data")).doesNotExist();
    assertThat(names(killed)).isNotEmpty();

    Trm.run(args(killed, 2)).requireDone();

    assertThat(names(killed)).containsExactly("data");
    Map<String, String> again = bytes(killed.resolve("data"));
    for (int workers : List.of(1, 2, 8)) {
      Path place = Files.createDirectory(folder.resolve("workers-" + workers));
      Trm.run(args(place, workers)).requireDone();
      assertThat(bytes(place.resolve("data"))).as("%d workers", workers).isEqualTo(again);
    }
  }

  private Object[] args(Path place, int workers) {
    return new Object[] {
      "dataset",
      "sudoku",
      "--train",
      raw.resolve("train.csv"),
      "--test",
      raw.resolve("test.csv"),
      "--num-aug=2000",
      "--shards=16",
      "--workers",
      workers,
      "--output-dir",
      place.resolve("data")
    };
  }

  /** Waits until a shard is whole and others are not. */
  private static void awaitShard(TrmProcess build, Path place) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (true) {
      try (Stream<Path> files = Files.walk(place)) {
        if (files.anyMatch(file -> file.toString().endsWith(".arrow"))) {
          return;
        }
      } catch (UncheckedIOException renamed) {
        continue; // a file was renamed under the walk: look again
      }
      if (!build.process().isAlive() || System.nanoTime() > end) {
        throw new AssertionError("no shard was ever written:\n" + build.output());
      }
      Thread.sleep(5);
    }
  }

  private static List<String> names(Path place) throws IOException {
    try (Stream<Path> files = Files.list(place)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static Map<String, String> bytes(Path data) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(data)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            data.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }
}
