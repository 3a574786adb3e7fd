package org.tinyrecursive.transforms.arc;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.transforms.random.StableRandom;

class ArcTaskLineTest {
  /** Ids come from names in JSON, which may hold anything. */
  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.strings()
        .withChars('a', '\\', '\t', '\n', '\r', 's', 'n', 't', '0', 'é', '"', ' ', '\u2028')
        .ofMinLength(1)
        .ofMaxLength(8);
  }

  @Property(tries = 500)
  void aTaskComesBackFromOneLine(@ForAll("ids") String id, @ForAll long seed) {
    ArcTask task = ArcArbitraries.task(id, StableRandom.of(seed));
    for (TestPairs use : TestPairs.values()) {
      String line = ArcTaskLine.format(task, use);
      assertThat(line.lines()).as("lines").hasSize(1);
      assertThat(ArcTaskLine.parse(line)).isEqualTo(new ArcTaskLine(task, use));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "training, ARC-AGI-1",
    "evaluation, ARC-AGI-1",
    "training2, ARC-AGI-2",
    "evaluation2, ARC-AGI-2",
    "concept, none",
    "Training, none"
  })
  void aSubsetBelongsToTheVersionThatItWasPublishedIn(String subset, String version) {
    assertThat(ArcVersion.ofSubset(subset).map(ArcVersion::toString).orElse("none"))
        .isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 419, as many as ARC-AGI-1 evaluation has",
    "120, 167, 'as many as ARC-AGI-2 evaluation has in the version of 167 outputs'",
    "120, 172, 'as many as ARC-AGI-2 evaluation has in the version of 172 outputs'",
    "120, 171, no published evaluation set has that many",
    "400, 420, no published evaluation set has that many",
    "399, 419, no published evaluation set has that many"
  })
  void aTestSetIsKnownByItsNumbers(int tasks, int outputs, String said) {
    assertThat(ArcVersion.describeTestSet(tasks, outputs)).isEqualTo(said);
  }
}
