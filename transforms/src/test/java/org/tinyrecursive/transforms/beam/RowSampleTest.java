package org.tinyrecursive.transforms.beam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.random.StableRandom;

class RowSampleTest {
  @Property(tries = 100)
  void theOrderInWhichRowsComeDoesNotMatter(
      @ForAll long seed,
      @ForAll @IntRange(max = 60) int rows,
      @ForAll @IntRange(min = 1, max = 40) int size) {
    List<PuzzleRow> all = rows(rows);
    Set<Long> expected = sample(seed, size, all);
    Collections.shuffle(all, new Random(seed));
    assertThat(sample(seed, size, all)).isEqualTo(expected).hasSize(Math.min(rows, size));
  }

  /** Files are cut down on their own before they are cut down together. */
  @Property(tries = 100)
  void aSampleOfSamplesIsTheSample(
      @ForAll long seed,
      @ForAll @IntRange(max = 60) int rows,
      @ForAll @IntRange(max = 60) int cut) {
    List<PuzzleRow> all = rows(rows);
    int at = Math.min(cut, rows);
    RowSample together = new RowSample(seed, 10);
    for (List<PuzzleRow> file : List.of(all.subList(0, at), all.subList(at, rows))) {
      RowSample sample = new RowSample(seed, 10);
      file.forEach(sample::add);
      sample.rows().forEach(together::add);
    }
    assertThat(lines(together)).isEqualTo(sample(seed, 10, all));
  }

  @Test
  void aSmallerSampleIsPartOfALargerOne() {
    List<PuzzleRow> all = rows(100);
    Set<Long> before = Set.of();
    for (int size : List.of(1, 5, 20, 99, 100)) {
      Set<Long> sample = sample(3, size, all);
      assertThat(sample).containsAll(before).hasSize(size);
      before = sample;
    }
  }

  @Test
  void everyRowIsAsLikelyAsAnyOther() {
    List<PuzzleRow> all = rows(20);
    int[] taken = new int[20];
    for (long seed = 0; seed < 2000; seed++) {
      sample(seed, 5, all).forEach(line -> taken[(int) (long) line]++);
    }
    for (int count : taken) {
      assertThat(count).isBetween(420, 580); // 500 ± 4 standard deviations of 19.4
    }
  }

  @Test
  void equalQuestionsAreToldApartByTheirPlace() {
    List<PuzzleRow> equal = new ArrayList<>();
    for (int line = 0; line < 10; line++) {
      equal.add(new PuzzleRow(1 - line / 5, line, 42, new byte[1], new byte[1]));
    }
    assertThat(sample(0, 3, equal)).containsExactly(5L, 6L, 7L);
  }

  @Test
  void aSetOfInvariantsHoldsWhatWasPutInHoweverItWasGathered() {
    StableRandom random = StableRandom.of(1, "invariants");
    InvariantSet.Gather gather = new InvariantSet.Gather();
    Set<Long> values = new HashSet<>();
    List<InvariantSet> parts = new ArrayList<>();
    for (int part = 0; part < 7; part++) {
      InvariantSet set = gather.createAccumulator();
      for (int i = 0; i < 40 * part; i++) {
        long value = random.nextInt(4) == 0 ? random.nextInt(50) : random.nextLong();
        values.add(value);
        set = gather.addInput(set, value);
      }
      parts.add(set);
    }
    InvariantSet all = gather.extractOutput(gather.mergeAccumulators(parts));
    Collections.reverse(parts);
    assertThat(gather.extractOutput(gather.mergeAccumulators(parts)))
        .isEqualTo(all)
        .hasSameHashCodeAs(all);
    assertThat(values).allMatch(all::contains);
    for (int i = 0; i < 1000; i++) {
      long other = random.nextLong();
      assertThat(all.contains(other)).isEqualTo(values.contains(other));
    }
    assertThat(gather.extractOutput(gather.createAccumulator()).contains(0)).isFalse();
  }

  private static List<PuzzleRow> rows(int count) {
    List<PuzzleRow> rows = new ArrayList<>();
    for (int line = 0; line < count; line++) {
      rows.add(new PuzzleRow(0, line, StableRandom.hash("q" + line), new byte[1], new byte[1]));
    }
    return rows;
  }

  private static Set<Long> sample(long seed, int size, List<PuzzleRow> rows) {
    RowSample sample = new RowSample(seed, size);
    rows.forEach(sample::add);
    return lines(sample);
  }

  private static Set<Long> lines(RowSample sample) {
    Set<Long> lines = new TreeSet<>();
    sample.rows().forEach(row -> lines.add(row.line()));
    return lines;
  }
}
