package org.tinyrecursive.workflows.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountedTest {
  @Test
  void oneIsSingularAllElsePlural() {
    assertThat(Counted.of(1, "target")).isEqualTo("1 target");
    assertThat(Counted.of(0, "row")).isEqualTo("0 rows");
    assertThat(Counted.of(1234, "residue")).isEqualTo("1,234 residues");
  }
}
