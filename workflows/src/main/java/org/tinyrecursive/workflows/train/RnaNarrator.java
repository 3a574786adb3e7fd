package org.tinyrecursive.workflows.train;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.tinyrecursive.modeltf.rna.RnaTrainListener;
import org.tinyrecursive.workflows.cli.Counted;

/** Tells people how a model of RNA structures comes along, in lines. */
final class RnaNarrator implements RnaTrainListener {
  private final TrainDisplay display;
  private final AtomicInteger prepared = new AtomicInteger();
  private final long begun = System.nanoTime();
  private int toPrepare;
  private long total;
  private long shown = System.nanoTime();

  RnaNarrator(TrainDisplay display) {
    this.display = display;
  }

  void leftOut(int nearCopies, int rows) {
    display.line(
        String.format(
            Locale.ROOT,
            "%,d of %,d validation rows left out: near copies of a training chain (80 %% of words"
                + " of five letters shared, at least 0.8 times as long) or of each other",
            nearCopies,
            rows));
  }

  void preparing(int targets) {
    toPrepare = targets;
    display.line("folding %s and building their starts".formatted(Counted.of(targets, "target")));
  }

  /** A target is ready; from any thread. */
  void prepared() {
    int done = prepared.incrementAndGet();
    if (isDue()) {
      display.line(String.format(Locale.ROOT, "%,d of %,d targets prepared", done, toPrepare));
    }
  }

  private synchronized boolean isDue() {
    boolean isDue = System.nanoTime() - shown >= display.statusNanos();
    shown = isDue ? System.nanoTime() : shown;
    return isDue;
  }

  @Override
  public void started(long firstStep, long totalSteps, long parameters) {
    total = totalSteps;
    display.line(
        String.format(
            Locale.ROOT, "steps %,d to %,d, %,d parameters", firstStep, totalSteps, parameters));
  }

  @Override
  public void stepped(long step, Map<String, Double> losses) {
    if (isDue()) {
      display.line(
          losses.entrySet().stream()
              .map(loss -> String.format(Locale.ROOT, "%s %.4f", loss.getKey(), loss.getValue()))
              .collect(
                  Collectors.joining(
                      ", ",
                      String.format(
                          Locale.ROOT,
                          "step %,d of %,d, %.0f s: ",
                          step,
                          total,
                          (System.nanoTime() - begun) / 1e9),
                      "")));
    }
  }

  @Override
  public void evaluated(long step, double meanTmScore) {
    display.line(
        String.format(
            Locale.ROOT,
            "evaluated at step %,d: mean TM-score %.4f, best of all guesses",
            step,
            meanTmScore));
  }
}
