package org.tinyrecursive.workflows.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tinyrecursive.modeltf.train.ResumeMode;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.workflows.cli.ExitCode;

/**
 * Runs that differ in their seed alone, one after another, each in a folder of its own. What is
 * over is noted in {@code seeds.json}, so that going on repeats nothing.
 */
final class SeveralSeeds {
  private static final String FILE = "seeds.json";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path root;
  private final Path data;
  private final List<Long> seeds;
  private final PrintWriter err;

  /**
   * @param root folder of all runs
   * @param err where progress goes
   * @throws InputRefusedException if a seed is there twice
   */
  SeveralSeeds(Path root, Path data, List<Long> seeds, PrintWriter err) {
    this.root = root;
    this.data = data;
    this.seeds = List.copyOf(seeds);
    this.err = err;
    if (new HashSet<>(seeds).size() < seeds.size()) {
      throw new InputRefusedException(
          "--seeds %s has a seed twice; the same seed gives the same run".formatted(seeds));
    }
  }

  /** Trains one of the runs. */
  @FunctionalInterface
  interface Training {
    Ended run(long seed, Path folder, ResumeMode mode) throws IOException, InterruptedException;
  }

  /**
   * How a run, or all of them, ended.
   *
   * @param code what the process should return
   */
  record Ended(TrainSummary summary, int code) {}

  /**
   * How all runs ended.
   *
   * @param code what the process should return
   */
  record AllEnded(SeedsSummary summary, int code) {}

  static Path folder(Path root, long seed) {
    return root.resolve("seed-" + seed);
  }

  /**
   * Trains what is not over yet.
   *
   * @throws InputRefusedException if there is something else in the folder
   */
  AllEnded run(ResumeMode mode, Training training) throws IOException, InterruptedException {
    if (mode == ResumeMode.NEW) {
      requireEmpty();
    }
    Map<Long, SeedScore> over = new LinkedHashMap<>();
    String recipe = "";
    if (mode == ResumeMode.RESUME && Files.exists(file())) {
      SeedsSummary before = read();
      recipe = before.recipe();
      before.runs().stream().filter(SeedScore::isOver).forEach(run -> over.put(run.seed(), run));
    }
    for (long seed : seeds) {
      if (over.containsKey(seed)) {
        err.printf("seed %d is over (%s)%n", seed, over.get(seed).end());
        continue;
      }
      err.printf("seed %d, %d of %d%n", seed, seeds.indexOf(seed) + 1, seeds.size());
      err.flush();
      Path folder = folder(root, seed);
      Ended ended = training.run(seed, folder, mode);
      recipe = ended.summary().recipe();
      SeedScore score = SeedScore.of(seed, ended.summary(), folder);
      if (!score.isOver()) {
        return new AllEnded(summary(recipe, over, null), ended.code());
      }
      over.put(seed, score);
      write(summary(recipe, over, null));
    }
    Path page = root.resolve("report.html");
    SeedsSummary all = summary(recipe, over, page.toString());
    SeedsPage.write(all, page);
    write(all);
    return new AllEnded(all, ExitCode.DONE);
  }

  private SeedsSummary summary(String recipe, Map<Long, SeedScore> over, String report) {
    List<SeedScore> runs = new ArrayList<>();
    seeds.stream().filter(over::containsKey).forEach(seed -> runs.add(over.get(seed)));
    return SeedsSummary.of(recipe, data.toString(), seeds, runs, root.toString(), report);
  }

  private void requireEmpty() throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    boolean empty = false;
    if (Files.isDirectory(root)) {
      try (Stream<Path> entries = Files.list(root)) {
        empty = entries.findAny().isEmpty();
      }
    }
    if (!empty) {
      throw new InputRefusedException(
          "output directory %s is not empty; add --resume to go on with the runs in it, or give another"
              .formatted(root));
    }
  }

  private Path file() {
    return root.resolve(FILE);
  }

  private void write(SeedsSummary summary) throws IOException {
    Path fresh = root.resolve("." + FILE + ".new");
    Files.write(fresh, JSON.writeValueAsBytes(summary));
    Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private SeedsSummary read() throws IOException {
    try {
      return JSON.readValue(Files.readAllBytes(file()), SeedsSummary.class);
    } catch (JsonProcessingException broken) {
      throw new InputRefusedException(
          "%s is not what trm train wrote: %s; delete it to have the runs looked at again"
              .formatted(file(), broken.getOriginalMessage()),
          broken);
    }
  }
}
