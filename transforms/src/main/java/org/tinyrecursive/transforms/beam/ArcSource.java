package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.transforms.arc.TestPairs;

/**
 * Files of ARC tasks that are read together.
 *
 * @param subset they belong to
 * @param use of the tasks' test pairs
 * @param layout what the files hold
 * @param tasks the file with the tasks
 * @param solutions the file with the answers, where there is one; else empty
 */
public record ArcSource(
    String subset, TestPairs use, Layout layout, RawSource tasks, List<RawSource> solutions)
    implements Serializable {

  /** What a file of tasks holds. */
  public enum Layout {
    /** All tasks of a subset, by id, their answers in a file of their own. */
    CHALLENGES,
    /** One task, its answers with it. */
    ONE_TASK
  }

  public ArcSource {
    solutions = List.copyOf(solutions);
  }

  /** All files, in order. */
  public List<RawSource> files() {
    List<RawSource> files = new ArrayList<>(List.of(tasks));
    files.addAll(solutions);
    return files;
  }
}
