package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.io.OutputStream;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.arc.ArcLeakageSearch;
import org.tinyrecursive.transforms.arc.ArcTaskLine;
import org.tinyrecursive.transforms.leakage.LeakageReport;

/**
 * {@code leakage.json}: what of the test set also occurs in training, see {@link LeakageReport}.
 *
 * @param split whose expansion noted the tasks
 * @param onLeakage what to do where there is any
 */
public record ArcLeakage(String split, OnLeakage onLeakage) implements Companion {
  /** What a build does where training holds what is tested. */
  public enum OnLeakage {
    /** Says so, in the report and the card. */
    REPORT,
    /** Is refused. */
    REFUSE
  }

  @Override
  public String fileName() {
    return LeakageReport.FILE_NAME;
  }

  @Override
  public void write(ShardNotes notes, OutputStream out) throws IOException {
    ArcLeakageSearch search = new ArcLeakageSearch();
    notes.read(
        split,
        line -> {
          ArcTaskLine task = ArcTaskLine.parse(line);
          search.add(task.task(), task.use());
        });
    LeakageReport report = search.report();
    if (onLeakage == OnLeakage.REFUSE && !report.matches().isEmpty()) {
      throw new InputRefusedException(
          "training holds what is tested: %s; the first: %s; leave the tasks out, or build without"
                  .formatted(report.summary(), report.matches().get(0))
              + " --fail-on-leakage to keep them and have all of them listed");
    }
    out.write(report.toJson());
  }
}
