package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.io.OutputStream;
import org.tinyrecursive.transforms.arc.ArcLeakageSearch;
import org.tinyrecursive.transforms.arc.ArcTaskLine;
import org.tinyrecursive.transforms.leakage.LeakageReport;
import org.tinyrecursive.transforms.leakage.OnLeakage;

/**
 * {@code leakage.json}: what of the test set also occurs in training, see {@link LeakageReport}.
 *
 * @param split whose expansion noted the tasks
 * @param onLeakage what to do where there is any
 */
public record ArcLeakage(String split, OnLeakage onLeakage) implements Companion {
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
    onLeakage.check(report);
    out.write(report.toJson());
  }
}
