package org.tinyrecursive.pipelines.dataset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.RawSource;

/**
 * The raw files of both splits.
 *
 * @param train of the train split: local paths or URIs
 * @param test of the test split
 */
public record RawFiles(List<String> train, List<String> test) {
  static final String TRAIN = "train";
  static final String TEST = "test";

  /**
   * @throws InputRefusedException if there is no file, or one is named twice
   */
  public RawFiles {
    train = List.copyOf(train);
    test = List.copyOf(test);
    if (train.isEmpty() && test.isEmpty()) {
      throw new InputRefusedException("no input: name at least one file with --train or --test");
    }
    Set<String> seen = new HashSet<>();
    for (List<String> files : List.of(train, test)) {
      for (String file : files) {
        if (!seen.add(file)) {
          throw new InputRefusedException(
              file + " is named twice; every file belongs to one split, once");
        }
      }
    }
  }

  /** Whether something is learned and something is tested. */
  boolean hasBothSplits() {
    return !train.isEmpty() && !test.isEmpty();
  }

  /** All raw files, train first, numbered. */
  List<RawSource> sources() {
    List<RawSource> sources = new ArrayList<>();
    train.forEach(spec -> sources.add(new RawSource(spec, TRAIN, sources.size())));
    test.forEach(spec -> sources.add(new RawSource(spec, TEST, sources.size())));
    return sources;
  }

  /** The raw files of one split. */
  List<RawSource> sources(String split) {
    return sources().stream().filter(source -> source.split().equals(split)).toList();
  }
}
