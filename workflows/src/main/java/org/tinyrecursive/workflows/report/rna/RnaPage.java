package org.tinyrecursive.workflows.report.rna;

import static org.tinyrecursive.workflows.report.PageTemplate.inScript;
import static org.tinyrecursive.workflows.report.PageTemplate.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tinyrecursive.rna.score.GuessScore;
import org.tinyrecursive.rna.score.TargetScore;
import org.tinyrecursive.rna.score.TmMode;
import org.tinyrecursive.workflows.cli.Counted;
import org.tinyrecursive.workflows.report.PageTemplate;

/** Fills in the page. */
final class RnaPage {
  private static final String FOLDER = PageTemplate.FOLDER + "rna/";

  private RnaPage() {}

  static String render(
      String predictions, List<TargetScore> scores, List<DrawnTarget> targets, TmMode mode) {
    Map<String, Object> model = new HashMap<>();
    model.put("predictions", predictions);
    model.put("mode", mode.name().toLowerCase(Locale.ROOT));
    model.put(
        "meanTm",
        number("%.4f", scores.stream().mapToDouble(score -> score.best(mode)).average().orElse(0)));
    model.put(
        "pairwise",
        number(
            "%.3f",
            scores.stream()
                .mapToDouble(TargetScore::pairwiseTmScore)
                .filter(Double::isFinite)
                .average()
                .orElse(Double.NaN)));
    model.put("scores", scores.stream().map(score -> row(score, mode)).toList());
    model.put("cards", targets.stream().map(target -> card(target, mode)).toList());
    model.put("targets", Counted.of(scores.size(), "target"));
    model.put("left", scores.size() - targets.size());
    model.put("data", json(targets));
    model.put("style", resource(PageTemplate.FOLDER + "report.css") + resource(FOLDER + "rna.css"));
    model.put("viewer", resource(FOLDER + "3Dmol-min.js"));
    model.put("script", resource(FOLDER + "rna.js"));
    return PageTemplate.render(FOLDER, "rna.peb", model);
  }

  private static Map<String, Object> row(TargetScore score, TmMode mode) {
    int best = score.bestGuess(mode);
    Map<String, Object> row = new HashMap<>();
    row.put("target", score.targetId());
    row.put("residues", score.residues());
    row.put("resolved", score.resolved());
    row.put("references", score.references());
    row.put("aligned", number("%.4f", score.best(TmMode.ALIGNED)));
    row.put("fixed", number("%.4f", score.best(TmMode.FIXED)));
    row.put("first", number("%.4f", score.first(mode)));
    row.put("best", best == 0 ? "–" : "#" + best);
    row.put("lddt", best == 0 ? "–" : number("%.3f", score.guesses().get(best - 1).lddt()));
    row.put("rmsd", best == 0 ? "–" : number("%.2f", score.guesses().get(best - 1).rmsd()));
    row.put("pairwise", number("%.3f", score.pairwiseTmScore()));
    return row;
  }

  private static Map<String, Object> card(DrawnTarget target, TmMode mode) {
    TargetScore score = target.score();
    List<String> guesses = new ArrayList<>();
    for (GuessScore guess : score.guesses()) {
      guesses.add("#%d  %s".formatted(guesses.size() + 1, number("%.3f", guess.tm(mode))));
    }
    return Map.of(
        "target",
        score.targetId(),
        "note",
        "%d residues, %d resolved, best TM-score %s"
            .formatted(score.residues(), score.resolved(), number("%.4f", score.best(mode))),
        "guesses",
        guesses);
  }

  private static String number(String format, double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
  }

  private static String json(List<DrawnTarget> targets) {
    List<Map<String, Object>> plain =
        targets.stream()
            .map(
                target ->
                    Map.<String, Object>of(
                        "reference", target.reference(),
                        "guesses", target.guesses(),
                        "shown", target.shown()))
            .toList();
    try {
      return inScript(new ObjectMapper().writeValueAsString(plain));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("structures cannot be written as JSON", impossible);
    }
  }
}
