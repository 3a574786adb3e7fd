package org.tinyrecursive.workflows.report;

import static org.tinyrecursive.workflows.report.PageTemplate.FOLDER;
import static org.tinyrecursive.workflows.report.PageTemplate.inScript;
import static org.tinyrecursive.workflows.report.PageTemplate.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tinyrecursive.workflows.cli.OutputPlace;

/**
 * Writes a report as one HTML file that needs nothing else: style, charts (uPlot) and numbers are
 * in it, and a content policy forbids it to fetch anything.
 */
public final class ReportWriter {
  private static final String UPLOT = "META-INF/resources/webjars/uplot/1.6.30/dist/";

  private ReportWriter() {}

  /**
   * Writes the page, whole or not at all.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(RunReport report, Path file) throws IOException {
    new OutputPlace("report", file).writeText(render(report));
  }

  static String render(RunReport report) {
    Map<String, Object> model = new HashMap<>();
    model.put("report", report);
    model.put("stages", bars(report.stages()));
    model.put("curves", json(report.curves()));
    model.put("style", resource(UPLOT + "uPlot.min.css") + resource(FOLDER + "report.css"));
    model.put("script", resource(UPLOT + "uPlot.iife.min.js") + resource(FOLDER + "report.js"));
    return PageTemplate.render(FOLDER, "report.peb", model);
  }

  private static List<Map<String, Object>> bars(List<Stage> stages) {
    Duration whole = stages.stream().map(Stage::elapsed).reduce(Duration.ZERO, Duration::plus);
    return stages.stream()
        .map(
            stage ->
                Map.<String, Object>of(
                    "name", stage.name(),
                    "time", stage.time(),
                    "note", stage.note(),
                    "percent", String.format(Locale.ROOT, "%.2f", stage.percentOf(whole))))
        .toList();
  }

  private static String json(Curves curves) {
    ObjectMapper mapper = new ObjectMapper();
    mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    try {
      return inScript(mapper.writeValueAsString(curves));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("curves cannot be written as JSON", impossible);
    }
  }
}
