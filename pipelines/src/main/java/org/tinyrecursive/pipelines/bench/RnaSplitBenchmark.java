package org.tinyrecursive.pipelines.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.tinyrecursive.rna.dataset.LabelledTarget;
import org.tinyrecursive.rna.score.MeanInterval;
import org.tinyrecursive.rna.score.TmMode;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.template.TemporalSplit;

/**
 * Methods of prediction beside each other, on the same targets that became known later than
 * everything the methods build on.
 */
public final class RnaSplitBenchmark {
  private static final long SEED = 1;

  private final TemporalSplit split;
  private final Map<String, Guesser> methods = new LinkedHashMap<>();

  /** Of a split's targets. */
  public RnaSplitBenchmark(TemporalSplit split) {
    this.split = split;
  }

  /** Guesses a structure. Used by several threads at a time. */
  @FunctionalInterface
  public interface Guesser {
    /** Guesses, best first, at least one; the known structure is not to be looked at. */
    List<Coordinates> guesses(LabelledTarget known);
  }

  /**
   * Adds a row of the table.
   *
   * @param name of the method, none of those added before
   */
  public RnaSplitBenchmark with(String name, Guesser guesser) {
    methods.put(name, guesser);
    return this;
  }

  /**
   * A method's score on a target: aligned TM-score against the nearest known structure.
   *
   * @param first of the first guess
   * @param best of the best guess
   */
  public record Score(double first, double best) {}

  /**
   * A target's scores.
   *
   * @param scores by the method's name
   */
  public record Target(String targetId, int residues, Map<String, Score> scores) {}

  /**
   * A row of the table.
   *
   * @param lastLead how much the best guess of the last method is above that of this one, paired by
   *     target; null in the last row
   */
  public record Row(String method, MeanInterval first, MeanInterval best, MeanInterval lastLead) {}

  /**
   * The table.
   *
   * @param libraryChains that the methods build on
   * @param nearCopiesLeftOut later targets that resemble known ones, or others of the table
   * @param rows in the order in which methods were added
   * @param perTarget what they are means of
   */
  public record Table(
      int targets,
      int libraryChains,
      int nearCopiesLeftOut,
      List<Row> rows,
      List<Target> perTarget) {}

  /**
   * Predicts every target with every method.
   *
   * @param threads targets at a time, 1 and above
   * @param each called after every target, from any thread
   */
  public Table run(int threads, Runnable each) {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      return table(
          pool.submit(
                  () ->
                      split.toPredict().parallelStream().map(known -> target(known, each)).toList())
              .join());
    } finally {
      pool.shutdown();
    }
  }

  private Target target(LabelledTarget known, Runnable each) {
    Map<String, Score> scores = new LinkedHashMap<>();
    methods.forEach((name, guesser) -> scores.put(name, score(known, guesser.guesses(known))));
    each.run();
    return new Target(known.target().id(), known.target().sequence().length(), scores);
  }

  private static Score score(LabelledTarget known, List<Coordinates> guesses) {
    List<Double> scores = new ArrayList<>();
    for (Coordinates guess : guesses) {
      scores.add(
          known.references().structures().stream()
              .mapToDouble(
                  structure ->
                      TmMode.ALIGNED.score(known.target().sequence(), guess, structure).value())
              .max()
              .orElseThrow());
    }
    return new Score(
        scores.get(0), scores.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
  }

  private Table table(List<Target> targets) {
    List<String> names = List.copyOf(methods.keySet());
    String last = names.get(names.size() - 1);
    List<Row> rows = new ArrayList<>();
    for (String name : names) {
      rows.add(
          new Row(
              name,
              mean(targets, scores -> scores.get(name).first()),
              mean(targets, scores -> scores.get(name).best()),
              name.equals(last)
                  ? null
                  : mean(targets, scores -> scores.get(last).best() - scores.get(name).best())));
    }
    return new Table(
        targets.size(), split.library().chains().size(), split.nearCopies(), rows, targets);
  }

  private interface Measure {
    double of(Map<String, Score> scores);
  }

  private static MeanInterval mean(List<Target> targets, Measure measure) {
    return MeanInterval.of(
        targets.stream().mapToDouble(target -> measure.of(target.scores())).toArray(), SEED);
  }
}
