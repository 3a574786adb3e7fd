package org.tinyrecursive.transforms.arc;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.transforms.leakage.LeakageReport;
import org.tinyrecursive.transforms.leakage.LeakageSearch;

/**
 * Looks for what of the held-out test pairs, and of their tasks, is also learned. A test pair is
 * compared with every pair that is learned, those of its own task among them; a task with every
 * task that is learned whole. Equal up to symmetry: for a pair, one can be turned, flipped and
 * recoloured into the other; for a task, every pair of it into one of the other task.
 */
public final class ArcLeakageSearch {
  private final LeakageSearch pairs = new LeakageSearch(LeakageReport.Kind.EXAMPLE);
  private final LeakageSearch tasks = new LeakageSearch(LeakageReport.Kind.TASK);

  /** Takes a task. */
  public void add(ArcTask task, TestPairs use) {
    List<String> exact = new ArrayList<>();
    List<String> canonical = new ArrayList<>();
    for (int i = 0; i < task.train().size(); i++) {
      ArcPair pair = task.train().get(i);
      exact.add(pair.toString());
      canonical.add(ArcCanonicalForm.of(pair));
      pairs.addTrain("%s train[%d]".formatted(task.id(), i), last(exact), last(canonical));
    }
    for (int i = 0; i < task.test().size(); i++) {
      ArcPair pair = task.test().get(i);
      exact.add(pair.toString());
      canonical.add(ArcCanonicalForm.of(pair));
      String name = "%s test[%d]".formatted(task.id(), i);
      if (use == TestPairs.HELD_OUT) {
        pairs.addTest(name, last(exact), last(canonical));
      } else {
        pairs.addTrain(name, last(exact), last(canonical));
      }
    }
    if (use == TestPairs.HELD_OUT) {
      tasks.addTest(task.id(), sorted(exact), sorted(canonical));
    } else {
      tasks.addTrain(task.id(), sorted(exact), sorted(canonical));
    }
  }

  /** What was found. */
  public LeakageReport report() {
    return LeakageReport.of(tasks, pairs);
  }

  private static String last(List<String> texts) {
    return texts.get(texts.size() - 1);
  }

  private static String sorted(List<String> texts) {
    return String.join("\n", texts.stream().sorted().toList());
  }
}
