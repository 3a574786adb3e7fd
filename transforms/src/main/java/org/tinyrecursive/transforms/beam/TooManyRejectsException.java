package org.tinyrecursive.transforms.beam;

import org.tinyrecursive.transforms.InputRefusedException;

/** More records were refused than allowed; they have been written, and no dataset is. */
public final class TooManyRejectsException extends InputRefusedException {
  private static final long serialVersionUID = 1;

  TooManyRejectsException(Reject first, long rejected, RejectLimit limit, String place) {
    super(
        ("%s; %,d %s refused, --max-rejects allows %,d; what was refused and why is in %s: "
                + "correct the input, or raise --max-rejects to go on without these records")
            .formatted(
                first.message(),
                rejected,
                rejected == 1 ? "record is" : "records are",
                limit.maxRejects(),
                place));
  }
}
