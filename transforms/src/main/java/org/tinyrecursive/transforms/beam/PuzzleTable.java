package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;

/** Tells names of puzzles that there are from others. Each copy reads its list when first asked. */
final class PuzzleTable implements Serializable {
  private static final long serialVersionUID = 1;

  private final String spec;
  private transient Set<String> names;

  /**
   * @param spec where the list of names is; empty: every name is good
   */
  PuzzleTable(String spec) {
    this.spec = spec;
  }

  /** What is wrong with a name; empty if nothing. */
  synchronized String problem(String name) {
    if (spec.isEmpty()) {
      return "";
    }
    if (names == null) {
      names = new HashSet<>(PuzzleNameList.read(spec).names());
    }
    return names.contains(name)
        ? ""
        : "is \"%s\", which is not among the %,d names of %s"
            .formatted(Excerpt.of(name), names.size(), RawSource.fileName(spec));
  }
}
