package org.tinyrecursive.deploy.flink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.transforms.beam.ShardParts;
import org.tinyrecursive.transforms.dataset.DatasetManifest;

/**
 * A real cluster: a JobManager and two TaskManagers, each a JVM of its own, one job jar, and a
 * kill.
 */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FlinkClusterTest {
  /** Enough work for a kill to come in the middle of it, however fast the machine. */
  private static final int AUGMENTATIONS = 4_000;

  private static final int SHARDS = 16;

  private static final long LONGEST_SECONDS = 600;

  @TempDir private static Path folder;
  private static Cluster cluster;

  @BeforeAll
  static void startCluster() throws Exception {
    trm("sample", "arc", "--count=60", "--test-count=20", "--output-dir", folder.resolve("raw-arc"))
        .requireDone();
    trm(
            "sample",
            "sudoku",
            "--count=40",
            "--test-count=40",
            "--output-dir",
            folder.resolve("raw-sudoku"))
        .requireDone();
    cluster = Cluster.start(folder.resolve("cluster"), 2);
  }

  @AfterAll
  static void stopCluster() throws Exception {
    if (cluster != null) {
      cluster.stop();
      assertThat(cluster.process("jobmanager")).isEmpty();
    }
  }

  @Test
  @Order(1)
  void buildSurvivesTheKillOfTaskManagerWithTheSameBytes() throws Exception {
    trm(buildArc("direct")).requireDone();
    Script job = cluster.submit(folder.resolve("build.log"), onTwoSlots(buildArc("clustered")));

    List<Path> unfinished = awaitShardsAtWork(job, "clustered");
    cluster.kill("taskmanager-2");

    job.requireDone();
    assertThat(unfinished).isNotEmpty().allSatisfy(file -> assertThat(file).doesNotExist());
    assertThat(names("clustered")).isEqualTo(names("direct"));
    assertThat(manifest("clustered")).isEqualTo(manifest("direct"));
    assertThat(cluster.log("jobmanager")).contains("RESTARTING");
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.contains(".building-"));
    }
  }

  /** Only one TaskManager is left, so that both jobs run in it. */
  @Test
  @Order(2)
  void oneTaskManagerPredictsInJobAfterJob() throws Exception {
    trm(buildSudoku("small")).requireDone();
    trm(
            "train",
            "--recipe=sudoku-mini",
            "--set=train.epochs=1",
            "--set=train.eval_interval=1",
            "--set=model.hidden_size=16",
            "--set=model.puzzle_emb_ndim=16",
            "--data",
            folder.resolve("small"),
            "--output-dir",
            folder.resolve("run"))
        .requireDone();
    trm(predict("predicted-direct")).requireDone();
    for (String name : List.of("predicted-first", "predicted-second")) {
      cluster.submit(folder.resolve(name + ".log"), predict(name)).requireDone();
      assertThat(folder.resolve(name).resolve("predictions.csv"))
          .hasSameBinaryContentAs(folder.resolve("predicted-direct").resolve("predictions.csv"));
      assertThat(names(name)).isEqualTo(names("predicted-direct"));
    }
    assertThat(cluster.process("taskmanager-1")).isPresent();
    assertThat(cluster.ask("/overview")).contains("\"taskmanagers\":1", "\"jobs-finished\":3");
  }

  private static Object[] buildArc(String name) {
    return new Object[] {
      "dataset",
      "arc",
      "--input-file-prefix",
      folder.resolve("raw-arc/arc-sample"),
      "--subsets=training,evaluation",
      "--test-set-name=evaluation",
      "--num-aug=" + AUGMENTATIONS,
      "--shards=" + SHARDS,
      "--output-dir",
      folder.resolve(name)
    };
  }

  private static Object[] buildSudoku(String name) {
    return new Object[] {
      "dataset",
      "sudoku",
      "--train",
      folder.resolve("raw-sudoku/train.csv"),
      "--test",
      folder.resolve("raw-sudoku/test.csv"),
      "--output-dir",
      folder.resolve(name)
    };
  }

  /** One slot of each TaskManager: the one that is left has two, and can take the job alone. */
  private static Object[] onTwoSlots(Object... command) {
    List<Object> arguments = new ArrayList<>(List.of(command));
    arguments.add("--workers=2");
    return arguments.toArray();
  }

  private static Object[] predict(String name) {
    return new Object[] {
      "predict",
      "sudoku",
      "--checkpoint",
      folder.resolve("run"),
      "--data",
      folder.resolve("small"),
      "--batch-size=8",
      "--rows-per-file=16",
      "--output-dir",
      folder.resolve(name)
    };
  }

  /**
   * Waits until a shard is whole and others are being written, and returns those: both TaskManagers
   * are then in the middle of their work.
   */
  private static List<Path> awaitShardsAtWork(Script job, String name) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (System.nanoTime() < end && job.process().isAlive()) {
      List<Path> unfinished = parts(name, ".tmp");
      if (unfinished.size() > 1 && !parts(name, ".arrow").isEmpty()) {
        return unfinished;
      }
      Thread.sleep(5);
    }
    throw new AssertionError("no shard was seen at work:\n" + job.output());
  }

  /** Shards of a dataset in the making whose names end so. */
  private static List<Path> parts(String name, String ending) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> beside = Files.list(folder)) {
      for (Path building :
          beside.filter(p -> p.getFileName().toString().startsWith(name + ".building-")).toList()) {
        Path parts = building.resolve(ShardParts.DIRECTORY);
        if (Files.isDirectory(parts)) {
          try (Stream<Path> files = Files.list(parts)) {
            files
                .filter(file -> file.toString().contains(".arrow"))
                .filter(file -> file.toString().endsWith(ending))
                .forEach(found::add);
          }
        }
      }
    }
    return found;
  }

  private static List<String> names(String name) throws IOException {
    Path root = folder.resolve(name);
    try (Stream<Path> files = Files.walk(root)) {
      return files.map(file -> root.relativize(file).toString()).sorted().toList();
    }
  }

  private static String manifest(String name) throws IOException {
    return DatasetManifest.load(folder.resolve(name)).sha256();
  }

  private static Script trm(Object... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--add-opens=java.base/java.nio=ALL-UNNAMED");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("org.tinyrecursive.workflows.Main");
    Arrays.stream(arguments).map(String::valueOf).forEach(command::add);
    Path log = Files.createTempFile(folder, "trm-", ".log");
    return new Script(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start(),
        log);
  }
}
