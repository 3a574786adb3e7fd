package org.tinyrecursive.workflows.score;

import org.tinyrecursive.workflows.cli.TextLines;

/** A vote for people. */
final class ArcScoreText {
  private ArcScoreText() {}

  static String of(ArcScoreResult score) {
    TextLines lines = new TextLines();
    lines.add(
        "%,d predictions voted on %,d test inputs of %,d tasks (%s).",
        score.predictions(), score.testInputs(), score.tasks(), score.testSet());
    if (score.pooled()) {
      lines.add("Votes are POOLED over %d sources:", score.sources().size());
      score.sources().forEach(s -> lines.add("  %s  %,d", s.label(), s.predictions()));
    }
    score
        .metrics()
        .forEach((name, value) -> lines.add("%-13s %6.2f %%", name.substring(4), 100 * value));
    if (score.metrics().isEmpty()) {
      lines.add("No answer is known, so nothing is scored.");
    }
    lines.note(score.tasksWithoutVotes(), "tasks with a test input that nothing voted on");
    lines.note(score.ragged(), "predictions were not just a grid: it was cut out");
    lines.note(score.blank(), "predictions held no grid and voted for nothing");
    lines.note(score.elsewhere(), "votes were on what is no test input of these tasks");
    lines.note(score.rejects(), "rows refused");
    lines.add("submission, metrics, table and report.html in %s", score.outputDir());
    return lines.toString();
  }
}
