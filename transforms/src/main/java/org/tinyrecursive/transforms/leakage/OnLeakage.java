package org.tinyrecursive.transforms.leakage;

import org.tinyrecursive.transforms.InputRefusedException;

/** What a build does where training holds what is tested. */
public enum OnLeakage {
  /** Says so, in the report and the card. */
  REPORT,
  /** Is refused. */
  REFUSE;

  /**
   * Lets a build go on, or not.
   *
   * @throws InputRefusedException if any leakage is to be refused and there is some
   */
  public void check(LeakageReport report) {
    if (this == REFUSE && report.leaked() > 0) {
      throw new InputRefusedException(
          "training holds what is tested: %s; the first: %s; leave these out of one of the two, or"
                  .formatted(report.summary(), report.matches().get(0))
              + " build without --fail-on-leakage to keep them and have them listed");
    }
  }
}
