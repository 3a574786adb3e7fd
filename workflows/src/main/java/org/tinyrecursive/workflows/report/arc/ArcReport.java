package org.tinyrecursive.workflows.report.arc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tinyrecursive.pipelines.score.ArcScore;
import org.tinyrecursive.transforms.beam.ArcSourceCounts;
import org.tinyrecursive.workflows.report.PageTemplate;

/**
 * A page with every task: what it shows, what it asks, and the candidates with their votes beside
 * the answer. Grids are written as digits and drawn as they come into view, so that hundreds of
 * tasks open at once. The page needs nothing else, and a content policy forbids it to fetch
 * anything.
 */
public final class ArcReport {
  /** The page's name in the folder of a score. */
  public static final String FILE_NAME = "report.html";

  private static final String FOLDER = PageTemplate.FOLDER + "arc/";

  private ArcReport() {}

  /** Writes the page. */
  public static void write(Path file, ArcScore score) throws IOException {
    Map<String, Object> model = new HashMap<>();
    model.put("title", title(score));
    model.put("verdict", verdict(score));
    model.put("pooled", score.sources().size() > 1);
    model.put("sources", score.sources());
    model.put("metrics", score.metrics().entrySet().stream().map(ArcReport::figure).toList());
    model.put("notes", notes(score));
    model.put("tasks", score.tasks().stream().map(DrawnTask::of).toList());
    model.put(
        "style",
        PageTemplate.resource(PageTemplate.FOLDER + "report.css")
            + PageTemplate.resource(FOLDER + "arc.css"));
    model.put("script", PageTemplate.resource(FOLDER + "arc.js"));
    Files.writeString(file, PageTemplate.render(FOLDER, "arc.peb", model));
  }

  private static String title(ArcScore score) {
    return score.metrics().isEmpty()
        ? "%,d tasks, answers unknown".formatted(score.tasks().size())
        : String.format(
            Locale.ROOT,
            "pass@2 %.1f %% of %,d tasks",
            100 * score.metrics().get("ARC/pass@2"),
            score.tasks().size());
  }

  private static String verdict(ArcScore score) {
    return "%,d predictions voted on %,d test inputs; %s."
        .formatted(score.counts().predictions(), score.questions(), score.testSet());
  }

  private static Map<String, String> figure(Map.Entry<String, Double> metric) {
    return Map.of(
        "label",
        metric.getKey().substring("ARC/".length()),
        "value",
        String.format(Locale.ROOT, "%.1f %%", 100 * metric.getValue()));
  }

  private static List<String> notes(ArcScore score) {
    ArcSourceCounts counts = score.counts();
    return List.of(
        "%,d tasks have a test input that nothing voted on.".formatted(score.tasksWithoutVotes()),
        "%,d predictions were not just a grid and its markers: the largest rectangle was cut out."
            .formatted(counts.ragged()),
        "%,d predictions held no grid and voted for nothing.".formatted(counts.blank()),
        "%,d votes were on what is no test input of these tasks; %,d rows were refused."
            .formatted(score.elsewhere(), score.rejects()));
  }
}
