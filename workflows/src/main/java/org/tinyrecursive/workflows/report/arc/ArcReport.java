package org.tinyrecursive.workflows.report.arc;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tinyrecursive.pipelines.score.ArcScore;
import org.tinyrecursive.transforms.beam.ArcSourceCounts;

/**
 * A page with every task: what it shows, what it asks, and the candidates with their votes beside
 * the answer. Grids are written as digits and drawn as they come into view, so that hundreds of
 * tasks open at once. The page needs nothing else, and a content policy forbids it to fetch
 * anything.
 */
public final class ArcReport {
  /** The page's name in the folder of a score. */
  public static final String FILE_NAME = "report.html";

  private static final String REPORT = "org/tinyrecursive/workflows/report/";
  private static final String FOLDER = REPORT + "arc/";

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
    model.put("style", resource(REPORT + "report.css") + resource(FOLDER + "arc.css"));
    model.put("script", resource(FOLDER + "arc.js"));
    ClasspathLoader loader = new ClasspathLoader(ArcReport.class.getClassLoader());
    loader.setPrefix(FOLDER);
    try (Writer page = Files.newBufferedWriter(file)) {
      new PebbleEngine.Builder()
          .loader(loader)
          .strictVariables(true)
          .defaultLocale(Locale.ROOT)
          .build()
          .getTemplate("arc.peb")
          .evaluate(page, model);
    }
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

  private static String resource(String name) throws IOException {
    try (InputStream in = ArcReport.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing on the class path: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
