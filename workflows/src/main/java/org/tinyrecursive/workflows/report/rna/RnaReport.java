package org.tinyrecursive.workflows.report.rna;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tinyrecursive.rna.beam.RnaFiles;
import org.tinyrecursive.rna.io.LabelsCsv;
import org.tinyrecursive.rna.io.ProblemSink;
import org.tinyrecursive.rna.score.TargetScore;
import org.tinyrecursive.rna.score.TmMode;
import org.tinyrecursive.rna.structure.ReferenceStructures;

/**
 * A page with the scores of all targets, and of the first targets the predicted structures over the
 * known ones. It needs nothing else: the viewer (3Dmol.js) is in it, and a content policy forbids
 * it to fetch anything.
 */
public final class RnaReport {
  /** More would make the page slow to open. */
  static final int MOST_DRAWN = 60;

  private RnaReport() {}

  /**
   * Draws the page.
   *
   * @param predictions the file that was scored
   * @param labels the known structures it was scored against
   * @param scores of all targets, in the order of the page
   * @param mode whose superposition is drawn
   * @return the whole text of the page
   */
  public static String render(
      String predictions, String labels, List<TargetScore> scores, TmMode mode) {
    List<TargetScore> drawn =
        scores.stream().filter(score -> !score.guesses().isEmpty()).limit(MOST_DRAWN).toList();
    Map<String, ReferenceStructures> known = new HashMap<>();
    Map<String, ReferenceStructures> guessed = new HashMap<>();
    LabelsCsv.read(
        RnaFiles.open(labels), target -> keep(target.value(), drawn, known), ProblemSink.REFUSE);
    LabelsCsv.readPredictions(
        RnaFiles.open(predictions),
        target -> keep(target.value(), drawn, guessed),
        ProblemSink.REFUSE);
    List<DrawnTarget> targets = new ArrayList<>();
    for (TargetScore score : drawn) {
      targets.add(
          DrawnTarget.of(score, known.get(score.targetId()), guessed.get(score.targetId()), mode));
    }
    return RnaPage.render(Path.of(predictions).getFileName().toString(), scores, targets, mode);
  }

  private static void keep(
      ReferenceStructures target, List<TargetScore> drawn, Map<String, ReferenceStructures> kept) {
    if (drawn.stream().anyMatch(score -> score.targetId().equals(target.targetId()))) {
      kept.put(target.targetId(), target);
    }
  }
}
