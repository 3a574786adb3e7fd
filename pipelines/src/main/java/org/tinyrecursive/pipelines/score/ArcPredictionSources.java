package org.tinyrecursive.pipelines.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.RawSource;

/** Finds the files of predictions of ARC, and says what each is. */
final class ArcPredictionSources {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUMMARY = "predictions.json";
  private static final String ROLE = "predictions";

  private final List<Found> found = new ArrayList<>();
  private int files;

  /**
   * Predictions given as one.
   *
   * @param label what made them, or their name
   * @param files in order
   */
  record Found(String label, List<RawSource> files) {}

  private ArcPredictionSources() {}

  /**
   * The files of every spec, in order.
   *
   * @throws InputRefusedException if a folder holds none, or not all that its summary lists
   */
  static List<Found> find(List<String> specs) {
    ArcPredictionSources sources = new ArcPredictionSources();
    specs.forEach(sources::add);
    return List.copyOf(sources.found);
  }

  private void add(String spec) {
    if (spec.contains("://") || !Files.isDirectory(Path.of(spec))) {
      found.add(new Found(name(spec), List.of(source(spec))));
      return;
    }
    Path folder = Path.of(spec);
    if (Files.exists(folder.resolve(SUMMARY))) {
      addWhole(folder);
    } else {
      found.add(new Found(name(spec), loose(folder)));
    }
  }

  /** A folder of trm predict. */
  private void addWhole(Path folder) {
    JsonNode summary = summary(folder.resolve(SUMMARY));
    String task = summary.path("task").asText();
    if (!task.equals("arc")) {
      throw new InputRefusedException(
          "%s holds predictions of task %s, expected arc".formatted(folder, task));
    }
    List<RawSource> sources = new ArrayList<>();
    for (JsonNode file : summary.path("files")) {
      Path path = folder.resolve(file.asText());
      if (!Files.isRegularFile(path)) {
        throw new InputRefusedException(
            "%s is missing, though %s lists it; copy the folder anew or predict again"
                .formatted(path, SUMMARY));
      }
      sources.add(source(path.toString()));
    }
    found.add(
        new Found(
            "%s, %s weights (%s)"
                .formatted(
                    summary.path("checkpoint").asText(),
                    summary.path("weights").asText(),
                    name(folder.toString())),
            sources));
  }

  private List<RawSource> loose(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<RawSource> sources =
          entries
              .filter(e -> e.getFileName().toString().matches("[^.].*\\.(arrow|jsonl(\\.gz)?)"))
              .sorted()
              .map(file -> source(file.toString()))
              .toList();
      if (sources.isEmpty()) {
        throw new InputRefusedException(
            "%s holds neither %s nor .jsonl, .jsonl.gz or .arrow files of predictions"
                .formatted(folder, SUMMARY));
      }
      return sources;
    } catch (IOException unreadable) {
      throw new InputRefusedException(
          "%s cannot be listed: %s".formatted(folder, unreadable.getMessage()), unreadable);
    }
  }

  private static JsonNode summary(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException broken) {
      throw new InputRefusedException(
          "%s is no whole summary of predictions: %s; predict again"
              .formatted(file, broken.getMessage()),
          broken);
    }
  }

  private RawSource source(String spec) {
    return new RawSource(spec, ROLE, files++);
  }

  private static String name(String spec) {
    String plain = spec.replaceAll("/+$", "");
    return plain.substring(plain.lastIndexOf('/') + 1);
  }
}
