package org.tinyrecursive.pipelines.dataset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.ArcPair;
import org.tinyrecursive.transforms.arc.ArcTask;
import org.tinyrecursive.transforms.arc.ArcTaskWriter;
import org.tinyrecursive.transforms.random.StableRandom;

/** Files of made-up ARC tasks. */
public final class RawArc {
  private RawArc() {}

  /** Tasks of small grids, all different, named {@code <subset>00} and so on. */
  public static List<ArcTask> tasks(String subset, int count) {
    return IntStream.range(0, count).mapToObj(i -> task("%s%02d".formatted(subset, i))).toList();
  }

  static ArcTask task(String id) {
    StableRandom random = StableRandom.of(5, id);
    return new ArcTask(
        id, pairs(2 + random.nextInt(2), random), pairs(1 + random.nextInt(2), random));
  }

  /** Writes both files of a subset in the published layout. */
  public static void write(Path folder, String subset, List<ArcTask> tasks) {
    writeChallenges(folder, subset, tasks);
    try (JsonGenerator json = open(folder.resolve("arc_%s_solutions.json".formatted(subset)))) {
      json.writeStartObject();
      for (ArcTask task : tasks) {
        json.writeFieldName(task.id());
        ArcTaskWriter.writeSolution(task, json);
      }
      json.writeEndObject();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  static void writeChallenges(Path folder, String subset, List<ArcTask> tasks) {
    try (JsonGenerator json = open(folder.resolve("arc_%s_challenges.json".formatted(subset)))) {
      json.writeStartObject();
      for (ArcTask task : tasks) {
        json.writeFieldName(task.id());
        ArcTaskWriter.writeChallenge(task, json);
      }
      json.writeEndObject();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Writes a file for every task. */
  public static void writeFolder(Path folder, List<ArcTask> tasks) {
    for (ArcTask task : tasks) {
      try {
        Files.createDirectories(folder);
        try (JsonGenerator json = open(folder.resolve(task.id() + ".json"))) {
          ArcTaskWriter.write(task, json);
        }
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private static JsonGenerator open(Path file) throws IOException {
    return new JsonFactory().createGenerator(Files.newOutputStream(file));
  }

  private static List<ArcPair> pairs(int count, StableRandom random) {
    List<ArcPair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pairs.add(new ArcPair(grid(random), grid(random)));
    }
    return pairs;
  }

  private static ArcGrid grid(StableRandom random) {
    byte[] cells = new byte[12];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = (byte) random.nextInt(ArcGrid.COLOURS);
    }
    return ArcGrid.of(3, 4, cells);
  }
}
