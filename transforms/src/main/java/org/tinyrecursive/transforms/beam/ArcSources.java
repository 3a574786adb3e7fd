package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.tinyrecursive.transforms.FileSpec;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.arc.TestPairs;

/**
 * Finds the files of ARC subsets: {@code <prefix>_<subset>_challenges.json} with {@code
 * <prefix>_<subset>_solutions.json} beside it, or a folder {@code <prefix>/<subset>} of files with
 * one task each.
 */
public final class ArcSources {
  /** What the test split is made of, as a name of {@link RawSource#split}. */
  private static final String HELD_OUT = "test";

  private static final String LEARNED = "train";

  private final String prefix;
  private final String testSet;
  private final List<ArcSource> sources = new ArrayList<>();
  private int index;

  private ArcSources(String prefix, String testSet) {
    this.prefix = prefix;
    this.testSet = testSet;
  }

  /**
   * The files of all subsets, in order.
   *
   * @param prefix a local path or a URI such as {@code gs://bucket/arc-agi}
   * @param testSet the subset whose test pairs are held out
   * @throws InputRefusedException if a subset is there in neither form, or cannot be listed
   */
  public static List<ArcSource> find(String prefix, List<String> subsets, String testSet) {
    ArcSources found = new ArcSources(prefix, testSet);
    subsets.forEach(found::add);
    return List.copyOf(found.sources);
  }

  private void add(String subset) {
    String challenges = "%s_%s_challenges.json".formatted(prefix, subset);
    String folder = (prefix.endsWith("/") ? prefix : prefix + "/") + subset;
    if (exists(challenges)) {
      String solutions = "%s_%s_solutions.json".formatted(prefix, subset);
      sources.add(
          new ArcSource(
              subset,
              use(subset),
              ArcSource.Layout.CHALLENGES,
              raw(challenges, subset),
              exists(solutions) ? List.of(raw(solutions, subset)) : List.of()));
      return;
    }
    List<String> files =
        FileSpec.isLocal(folder) ? localTasks(Path.of(folder)) : matching(folder + "/*.json");
    if (files.isEmpty()) {
      throw new InputRefusedException(
          "subset %s: there is no file %s, and no folder %s with files of tasks (*.json); check"
                  .formatted(subset, challenges, folder)
              + " --input-file-prefix and --subsets");
    }
    for (String file : files) {
      sources.add(
          new ArcSource(
              subset, use(subset), ArcSource.Layout.ONE_TASK, raw(file, subset), List.of()));
    }
  }

  private RawSource raw(String spec, String subset) {
    return new RawSource(spec, use(subset) == TestPairs.HELD_OUT ? HELD_OUT : LEARNED, index++);
  }

  private TestPairs use(String subset) {
    return subset.equals(testSet) ? TestPairs.HELD_OUT : TestPairs.LEARNED;
  }

  /** Entries of the folder itself: a link that leads back to it is not followed. */
  private static List<String> localTasks(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files =
          entries
              .filter(entry -> entry.getFileName().toString().endsWith(".json"))
              .sorted()
              .toList();
      for (Path file : files) {
        if (!Files.isRegularFile(file)) {
          throw new InputRefusedException(
              "%s %s, expected a file with one task; remove it or mend it"
                  .formatted(
                      file,
                      Files.isSymbolicLink(file)
                          ? "is a link that leads to no file, or back to itself"
                          : "is no file"));
        }
      }
      return files.stream().map(Path::toString).toList();
    } catch (IOException failed) {
      throw new InputRefusedException(
          "%s cannot be listed: %s".formatted(folder, failed.getMessage()), failed);
    }
  }

  private static boolean exists(String spec) {
    return FileSpec.isLocal(spec) ? Files.exists(Path.of(spec)) : !matching(spec).isEmpty();
  }

  private static List<String> matching(String spec) {
    try {
      MatchResult match = FileSystems.match(spec, EmptyMatchTreatment.ALLOW);
      return match.metadata().stream()
          .map(found -> found.resourceId().toString())
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw new InputRefusedException(
          "%s cannot be listed: %s".formatted(spec, failed.getMessage()), failed);
    }
  }
}
