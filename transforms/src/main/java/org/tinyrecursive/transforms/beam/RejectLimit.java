package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * How many rows may be refused before there is to be no dataset.
 *
 * @param summaries of all files, for every step that must know
 * @param maxRejects rows that may be refused, in all files together
 */
public record RejectLimit(PCollectionView<List<SourceSummary>> summaries, long maxRejects)
    implements Serializable {
  boolean isExceeded(List<SourceSummary> found) {
    return found.stream().mapToLong(SourceSummary::rejected).sum() > maxRejects;
  }
}
