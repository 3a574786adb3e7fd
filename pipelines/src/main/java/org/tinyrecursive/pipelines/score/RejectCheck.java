package org.tinyrecursive.pipelines.score;

import java.util.List;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.Reject;

/** Whether more rows were refused than may be. */
final class RejectCheck {
  private RejectCheck() {}

  /**
   * @param first the first few rejects, which the message shows
   * @throws InputRefusedException if there are more than allowed
   */
  static void check(long rejects, List<Reject> first, long maxRejects) {
    if (rejects <= maxRejects) {
      return;
    }
    StringBuilder text = new StringBuilder();
    for (Reject reject : first) {
      text.append(reject.message()).append('\n');
    }
    throw new InputRefusedException(
        text
            + "%,d %s refused, --max-rejects allows %,d: correct the input, or raise --max-rejects"
                .formatted(rejects, rejects == 1 ? "row is" : "rows are", maxRejects));
  }
}
