package org.tinyrecursive.modeltf.train;

import org.junit.jupiter.api.Tag;

/** Every step and every moment of every save. */
@Tag("slow")
class ExhaustiveResumeTest extends ExactResumeTest {
  @Override
  int stride(int sample) {
    return 1;
  }
}
