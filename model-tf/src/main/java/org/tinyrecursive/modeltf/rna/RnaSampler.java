package org.tinyrecursive.modeltf.rna;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Which windows a step takes: a function of seed and step alone, so that a resumed run takes the
 * same. Every epoch visits every target once, in a new order; targets of like length share a batch,
 * for all windows of a batch are padded to one length.
 */
final class RnaSampler {
  /** Batches within which targets are put in order of their length. */
  private static final int SORTED_BATCHES = 8;

  private final List<RnaExample> examples;
  private final int batchSize;
  private final int maxLength;
  private final int rowsPerTarget;
  private final long seed;
  private long epoch = -1;
  private List<List<RnaExample>> batches = List.of();

  /**
   * @param batchSize targets of a step; fewer where there are not so many
   * @param maxLength most residues of a window
   */
  RnaSampler(
      List<RnaExample> examples, int batchSize, int maxLength, int rowsPerTarget, long seed) {
    this.examples = examples;
    this.batchSize = Math.min(batchSize, examples.size());
    this.maxLength = maxLength;
    this.rowsPerTarget = rowsPerTarget;
    this.seed = seed;
  }

  /** Steps of an epoch; a last, incomplete batch is left out. */
  long stepsPerEpoch() {
    return examples.size() / batchSize;
  }

  /** The windows of a step, numbered from 1; those of a target one after the other. */
  List<RnaWindow> windows(long step) {
    long wanted = (step - 1) / stepsPerEpoch();
    if (wanted != epoch) {
      batches = order(wanted);
      epoch = wanted;
    }
    StableRandom random = StableRandom.of(seed, "windows " + step);
    List<RnaWindow> windows = new ArrayList<>();
    for (RnaExample example : batches.get((int) ((step - 1) % stepsPerEpoch()))) {
      int size = Math.min(example.length(), maxLength);
      int from = random.nextInt(example.length() - size + 1);
      RnaStart start = start(example.starts(), random);
      for (int code = 0; code < rowsPerTarget; code++) {
        windows.add(new RnaWindow(example, start, from, from + size, code));
      }
    }
    return windows;
  }

  /** Of any kind with the same probability, then any of that kind: templates are few. */
  private static RnaStart start(List<RnaStart> starts, StableRandom random) {
    List<RnaStart.Kind> kinds = starts.stream().map(RnaStart::kind).distinct().toList();
    RnaStart.Kind kind = kinds.get(random.nextInt(kinds.size()));
    List<RnaStart> some = starts.stream().filter(start -> start.kind() == kind).toList();
    return some.get(random.nextInt(some.size()));
  }

  private List<List<RnaExample>> order(long which) {
    StableRandom random = StableRandom.of(seed, "epoch " + which);
    List<RnaExample> shuffled = new ArrayList<>(examples);
    shuffle(shuffled, random);
    List<List<RnaExample>> all = new ArrayList<>();
    int chunk = batchSize * SORTED_BATCHES;
    for (int from = 0; from < shuffled.size(); from += chunk) {
      List<RnaExample> sorted =
          new ArrayList<>(shuffled.subList(from, Math.min(shuffled.size(), from + chunk)));
      sorted.sort(Comparator.comparingInt(RnaExample::length));
      for (int at = 0; at + batchSize <= sorted.size(); at += batchSize) {
        all.add(List.copyOf(sorted.subList(at, at + batchSize)));
      }
    }
    shuffle(all, random);
    return all;
  }

  private static <T> void shuffle(List<T> list, StableRandom random) {
    for (int i = list.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      T kept = list.get(i);
      list.set(i, list.get(j));
      list.set(j, kept);
    }
  }
}
