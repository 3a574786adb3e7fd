package org.tinyrecursive.rna.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.tinyrecursive.rna.structure.ChainSpan;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.rna.structure.Sequence;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Draws hairpins, duplexes and junctions in turn, each from the seed and its own number.
 *
 * @param prefix of the names of targets
 * @param from first day of their dates
 * @param to day after the last
 * @param seed the same seed gives the same samples
 */
public record RnaSampler(String prefix, LocalDate from, LocalDate to, long seed) {
  private static final List<SampleShape> SHAPES =
      List.of(SampleShape.HAIRPIN, SampleShape.DUPLEX, SampleShape.JUNCTION);

  /**
   * @throws InputRefusedException if there is no day between the dates
   */
  public RnaSampler {
    if (!from.isBefore(to)) {
      throw new InputRefusedException(
          "dates from %s to %s hold no day, the second must be later".formatted(from, to));
    }
  }

  /** The sample of a number, 0 and above. */
  public RnaSample sample(int number) {
    StableRandom random = StableRandom.of(seed, prefix + number);
    SampleShape shape = SHAPES.get(number % SHAPES.size());
    SampleBuilder builder;
    int firstChain;
    do {
      builder = new SampleBuilder(random);
      firstChain = shape.build(builder, random);
    } while (builder.hasClash());
    return finish(number, shape.name().toLowerCase(Locale.ROOT), builder, firstChain, random);
  }

  /**
   * A row of hairpins with exactly so many residues, in one chain.
   *
   * @param number of the sample, 0 and above
   * @param length 1 and above
   * @throws InputRefusedException if the length is below 1
   */
  public RnaSample sampleOfLength(int number, int length) {
    if (length < 1) {
      throw new InputRefusedException(
          "length of a target is %d, allowed: 1 and above".formatted(length));
    }
    StableRandom random = StableRandom.of(seed, prefix + number);
    SampleBuilder builder = new SampleBuilder(random);
    HairpinRow.build(builder, random, length);
    return finish(number, "row of hairpins", builder, 0, random);
  }

  private RnaSample finish(
      int number, String kind, SampleBuilder builder, int firstChain, StableRandom random) {
    Sequence sequence = new Sequence(builder.letters());
    int length = sequence.length();
    List<ChainSpan> chains =
        firstChain == 0
            ? List.of(ChainSpan.whole(length))
            : List.of(
                new ChainSpan("A", 1, 0, firstChain), new ChainSpan("B", 1, firstChain, length));
    LocalDate day = from.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(from, to)));
    RnaTarget target =
        new RnaTarget(
            "%s%04d".formatted(prefix, number),
            sequence,
            day,
            "synthetic %s of %d residues".formatted(kind, length),
            chains);
    return new RnaSample(target, builder.brackets(), builder.structure());
  }
}
