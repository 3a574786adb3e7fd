package org.tinyrecursive.rna.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.rna.io.LabelsCsv;
import org.tinyrecursive.rna.io.LabelsWriter;
import org.tinyrecursive.rna.io.SequencesCsv;
import org.tinyrecursive.rna.io.SequencesWriter;
import org.tinyrecursive.rna.io.TextSource;
import org.tinyrecursive.transforms.InputRefusedException;

class RnaSamplerTest {
  private static final RnaSampler SAMPLER =
      new RnaSampler("S", LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1), 5);

  @Test
  void everySampleHasTheGeometryOfRna() {
    for (int number = 0; number < 300; number++) {
      assertGeometry(SAMPLER.sample(number));
    }
  }

  private static void assertGeometry(RnaSample sample) {
    String brackets = sample.pairs();
    Deque<Integer> open = new ArrayDeque<>();
    for (int i = 0; i < brackets.length(); i++) {
      if (brackets.charAt(i) == '(') {
        open.push(i);
      } else if (brackets.charAt(i) == ')') {
        int partner = open.pop();
        assertThat(sample.structure().distance(partner, i)).isBetween(9.9, 11.3);
        assertThat("AU UA GC CG GU UG")
            .contains(
                "" + sample.target().sequence().at(partner) + sample.target().sequence().at(i));
      }
      int at = i;
      boolean sameChain =
          i > 0 && sample.target().chains().stream().noneMatch(chain -> chain.from() == at);
      if (sameChain) {
        assertThat(sample.structure().distance(i - 1, i)).as("step %d", i).isBetween(4.9, 6.3);
      }
    }
    assertThat(open).isEmpty();
    for (int i = 0; i < brackets.length(); i++) {
      for (int j = i + 2; j < brackets.length(); j++) {
        assertThat(sample.structure().distance(i, j)).as("%d and %d", i, j).isGreaterThan(3.4);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 30, 48, 49, 333, 4640})
  void aSampleOfALengthHasJustThatManyResiduesInAChain(int length) {
    RnaSample sample = SAMPLER.sampleOfLength(3, length);
    assertThat(sample.target().sequence().length()).isEqualTo(length);
    assertThat(sample.structure().resolved()).isEqualTo(length);
    assertThat(sample.pairs().contains("(")).isEqualTo(length >= 48);
    for (int i = 1; i < length; i++) {
      assertThat(sample.structure().distance(i - 1, i)).as("step %d", i).isBetween(4.9, 6.3);
    }
  }

  @Test
  void refusesToSampleNoResidue() {
    assertThatThrownBy(() -> SAMPLER.sampleOfLength(0, 0))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage("length of a target is 0, allowed: 1 and above");
  }

  @Test
  void theSameSeedGivesTheSameSamplesWhateverTheOrder() {
    RnaSample late = SAMPLER.sample(7);
    RnaSample again = new RnaSampler("S", SAMPLER.from(), SAMPLER.to(), 5).sample(7);
    assertThat(again).isEqualTo(late);
    assertThat(new RnaSampler("S", SAMPLER.from(), SAMPLER.to(), 6).sample(7)).isNotEqualTo(late);
    assertThat(late.target().cutoff()).isBetween(SAMPLER.from(), SAMPLER.to().minusDays(1));
  }

  @Test
  void theFilesAreReadBack() throws IOException {
    List<RnaSample> samples = List.of(SAMPLER.sample(0), SAMPLER.sample(1), SAMPLER.sample(2));
    StringWriter sequences = new StringWriter();
    StringWriter labels = new StringWriter();
    try (SequencesWriter targets = new SequencesWriter(sequences);
        LabelsWriter structures = new LabelsWriter(labels)) {
      for (RnaSample sample : samples) {
        targets.write(sample.target());
        structures.write(sample.target(), sample.structure());
      }
    }
    assertThat(SequencesCsv.readAll(new TextSource("s", new StringReader(sequences.toString()))))
        .isEqualTo(samples.stream().map(RnaSample::target).toList());
    assertThat(LabelsCsv.readAll(new TextSource("l", new StringReader(labels.toString()))))
        .allSatisfy(read -> assertThat(read.first().resolved()).isEqualTo(read.first().size()))
        .hasSize(3);
  }

  @Test
  void datesInTheWrongOrderAreRefused() {
    assertThatThrownBy(() -> new RnaSampler("S", SAMPLER.to(), SAMPLER.from(), 1))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("hold no day");
  }
}
