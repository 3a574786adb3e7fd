package org.tinyrecursive.workflows.evaluate;

import java.util.Locale;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.workflows.cli.TextLines;
import org.tinyrecursive.workflows.evaluate.EvalResult.Weights;

/** An evaluation for people. */
final class EvalText {
  private EvalText() {}

  /** What a set of weights is called. */
  static String name(WeightSet weights) {
    return weights == WeightSet.EMA ? "averaged" : "raw";
  }

  static String of(EvalResult result) {
    TextLines text = new TextLines();
    text.add(
        "step %,d of %s on %,d examples of split %s in %.1f s",
        result.step(), result.checkpoint(), result.examples(), result.split(), result.seconds());
    figures(text, WeightSet.RAW, result.raw(), result.examples());
    figures(text, WeightSet.EMA, result.ema(), result.examples());
    table(text, result);
    return text.toString();
  }

  private static void figures(TextLines text, WeightSet set, Weights weights, long examples) {
    if (weights == null) {
      return;
    }
    text.add("");
    text.add("%s weights", name(set));
    text.add(
        "  exact accuracy   %.2f %%  (%,d of %,d; 95 %% interval %.2f to %.2f %%)",
        100 * weights.exactAccuracy(),
        weights.exact(),
        examples,
        100 * weights.exactAccuracyLow(),
        100 * weights.exactAccuracyHigh());
    text.add("  cell accuracy    %.2f %%", 100 * weights.cellAccuracy());
    text.add("  halting head     %.2f %% right about being solved", 100 * weights.qHaltAccuracy());
    text.add("  token loss       %.4f", weights.lmLoss());
  }

  private static void table(TextLines text, EvalResult result) {
    text.add("");
    text.add(
        "supervision step%s%s",
        result.raw() == null ? "" : "   raw exact    cells",
        result.ema() == null ? "" : "   averaged exact    cells");
    Weights any = result.raw() == null ? result.ema() : result.raw();
    for (int step = 0; step < any.exactAccuracyByStep().size(); step++) {
      text.add(
          "%16d%s%s",
          step + 1,
          columns(result.raw(), step, "   %7.2f %%  %5.2f %%"),
          columns(result.ema(), step, "   %12.2f %%  %5.2f %%"));
    }
  }

  private static String columns(Weights weights, int step, String format) {
    return weights == null
        ? ""
        : String.format(
            Locale.ROOT,
            format,
            100 * weights.exactAccuracyByStep().get(step),
            100 * weights.cellAccuracyByStep().get(step));
  }
}
