package org.tinyrecursive.workflows.score;

import java.util.Locale;

/** A vote for people. */
final class ArcScoreText {
  private final StringBuilder text = new StringBuilder();

  private ArcScoreText() {}

  static String of(ArcScoreResult score) {
    ArcScoreText lines = new ArcScoreText();
    lines.line(
        "%,d predictions voted on %,d test inputs of %,d tasks (%s).",
        score.predictions(), score.testInputs(), score.tasks(), score.testSet());
    if (score.pooled()) {
      lines.line("Votes are POOLED over %d sources:", score.sources().size());
      score.sources().forEach(s -> lines.line("  %s  %,d", s.label(), s.predictions()));
    }
    score
        .metrics()
        .forEach((name, value) -> lines.line("%-13s %6.2f %%", name.substring(4), 100 * value));
    if (score.metrics().isEmpty()) {
      lines.line("No answer is known, so nothing is scored.");
    }
    lines.note(score.tasksWithoutVotes(), "tasks with a test input that nothing voted on");
    lines.note(score.ragged(), "predictions were not just a grid: it was cut out");
    lines.note(score.blank(), "predictions held no grid and voted for nothing");
    lines.note(score.elsewhere(), "votes were on what is no test input of these tasks");
    lines.note(score.rejects(), "rows refused");
    lines.line("submission, metrics, table and report.html in %s", score.outputDir());
    return lines.text.toString().stripTrailing();
  }

  private void note(long count, String what) {
    if (count > 0) {
      line("%,d %s", count, what);
    }
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
  }
}
