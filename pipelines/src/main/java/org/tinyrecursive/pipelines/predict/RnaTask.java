package org.tinyrecursive.pipelines.predict;

import java.io.Serializable;
import org.tinyrecursive.rna.structure.RnaTarget;

/**
 * A target on its way to a worker.
 *
 * @param number of the target in its file, from 0
 * @param target itself
 */
record RnaTask(int number, RnaTarget target) implements Serializable {
  /** Name of the file of a target's rows, which are joined in the end. */
  static String rowsFile(int number) {
    return ".target-" + number + ".csv";
  }
}
