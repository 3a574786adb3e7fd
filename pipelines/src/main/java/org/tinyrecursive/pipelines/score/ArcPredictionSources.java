package org.tinyrecursive.pipelines.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tinyrecursive.pipelines.predict.PredictionSummary;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.RawSource;

/** Finds the files of predictions of ARC, and says what each is. */
final class ArcPredictionSources {
  private static final String TASK = "arc";
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
   * @throws InputRefusedException if a folder holds none, or not what its summary lists
   */
  static List<Found> find(List<String> specs) {
    ArcPredictionSources sources = new ArcPredictionSources();
    specs.forEach(sources::add);
    return List.copyOf(sources.found);
  }

  private void add(String spec) {
    if (!PredictionFiles.isLocalFolder(spec)) {
      found.add(new Found(name(spec), List.of(source(spec))));
      return;
    }
    Optional<WrittenPredictions> written = WrittenPredictions.find(spec, TASK);
    if (written.isPresent()) {
      addWhole(written.get());
    } else {
      found.add(new Found(name(spec), loose(Path.of(spec))));
    }
  }

  /** A folder of trm predict. */
  private void addWhole(WrittenPredictions written) {
    found.add(
        new Found(
            "%s, %s weights (%s)"
                .formatted(
                    written.summary().path("checkpoint").asText(),
                    written.summary().path("weights").asText(),
                    name(written.folder().toString())),
            written.arrowFiles().stream().map(file -> source(file.toString())).toList()));
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
                .formatted(folder, PredictionSummary.JSON_FILE));
      }
      return sources;
    } catch (IOException unreadable) {
      throw new InputRefusedException(
          "%s cannot be listed: %s".formatted(folder, unreadable.getMessage()), unreadable);
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
