package org.tinyrecursive.workflows.train;

import java.nio.file.Path;
import org.tinyrecursive.modeltf.train.Reproduction;

/**
 * Whether a run was repeated exactly; keys of the JSON result.
 *
 * @param difference the first line that differs; null where none does
 */
record ReproductionSummary(
    String original, String repeated, boolean matched, long comparedLines, String difference) {
  static ReproductionSummary of(Path original, Path repeated, Reproduction found) {
    return new ReproductionSummary(
        original.toString(),
        repeated.toString(),
        found.isExact(),
        found.compared(),
        found.difference().orElse(null));
  }

  String text() {
    if (matched) {
      return "%s repeats %s exactly: %d lines of metrics are the same"
          .formatted(repeated, original, comparedLines);
    }
    return difference == null
        ? "%s and %s have no step in common".formatted(repeated, original)
        : "%s differs from %s after %d equal lines: %s"
            .formatted(repeated, original, comparedLines, difference);
  }
}
