package org.tinyrecursive.pipelines.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.rna.dataset.LabelledTarget;
import org.tinyrecursive.rna.sample.RnaSample;
import org.tinyrecursive.rna.sample.RnaSampler;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.ReferenceStructures;
import org.tinyrecursive.rna.template.TemplateLibrary;
import org.tinyrecursive.rna.template.TemporalSplit;

class RnaSplitBenchmarkTest {
  private static final RnaSampler SAMPLER =
      new RnaSampler("S", LocalDate.of(2019, 1, 1), LocalDate.of(2020, 1, 1), 4);

  /** Three hairpins to predict, one older chain to build on. */
  private static TemporalSplit split() {
    List<LabelledTarget> later = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      // Every third sample is a hairpin.
      later.add(known(SAMPLER.sample(3 * k)));
    }
    RnaSampler older = new RnaSampler("O", LocalDate.of(2010, 1, 1), LocalDate.of(2011, 1, 1), 4);
    LabelledTarget known = known(older.sample(9));
    return new TemporalSplit(
        new TemplateLibrary(TemplateLibrary.chainsOf(known.target(), known.references())),
        later,
        2);
  }

  private static LabelledTarget known(RnaSample sample) {
    return new LabelledTarget(
        sample.target(),
        new ReferenceStructures(
            sample.target().id(), sample.target().sequence(), List.of(sample.structure())));
  }

  private static List<Coordinates> perfect(LabelledTarget known) {
    return List.of(known.references().first());
  }

  private static List<Coordinates> pointThenPerfect(LabelledTarget known) {
    return List.of(
        Coordinates.of(new double[3 * known.target().sequence().length()]),
        known.references().first());
  }

  @Test
  void tellsTheFirstGuessFromTheBestAndLeadsByTarget() {
    AtomicInteger done = new AtomicInteger();
    RnaSplitBenchmark.Table table =
        new RnaSplitBenchmark(split())
            .with("second is right", RnaSplitBenchmarkTest::pointThenPerfect)
            .with("first is right", RnaSplitBenchmarkTest::perfect)
            .run(2, done::incrementAndGet);
    assertThat(done).hasValue(3);
    assertThat(table.targets()).isEqualTo(3);
    assertThat(table.libraryChains()).isEqualTo(1);
    assertThat(table.nearCopiesLeftOut()).isEqualTo(2);
    RnaSplitBenchmark.Row second = table.rows().get(0);
    assertThat(second.first().mean()).isLessThan(0.2);
    assertThat(second.best().mean()).isCloseTo(1, within(1e-3));
    assertThat(second.lastLead().mean()).isCloseTo(0, within(1e-3));
    assertThat(table.rows().get(1).lastLead()).isNull();
    assertThat(table.perTarget())
        .extracting(RnaSplitBenchmark.Target::targetId)
        .containsExactly("S0000", "S0003", "S0006");
  }

  @Test
  void everyMethodThatNeedsNoModelIsARowAndMixedIsTheLast() {
    RnaSplitBenchmark.Table table =
        RnaSplitMethods.of(split(), Optional.empty(), Optional.empty(), 0).run(1, () -> {});
    assertThat(table.rows())
        .extracting(RnaSplitBenchmark.Row::method)
        .containsExactly(
            "straight line",
            "folded hairpin",
            "copied chains of similar length",
            "templates only",
            "assembly only",
            "mixed, without a model");
    assertThat(table.rows().get(5).best().mean())
        .isGreaterThan(table.rows().get(0).best().mean() + 0.2);
  }
}
