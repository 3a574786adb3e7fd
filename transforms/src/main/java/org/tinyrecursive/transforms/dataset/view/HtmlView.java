package org.tinyrecursive.transforms.dataset.view;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.SplitManifest;

/** A dataset as one HTML page that needs nothing else: what it is, and some examples drawn. */
public final class HtmlView {
  private static final String STYLE = "view.css";

  private HtmlView() {}

  /**
   * The page.
   *
   * @param name of the dataset, such as its directory's
   */
  public static String page(String name, DatasetManifest manifest, List<DrawnExample> examples) {
    StringBuilder body = new StringBuilder();
    examples.forEach(example -> body.append(example(example)));
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%1$s</title>
    <style>
    %2$s</style>
    </head>
    <body>
    <header>
    <h1>%1$s</h1>
    <p>%3$s</p>
    <table class="facts">
    <tr><th>split</th><th>groups</th><th>puzzles</th><th>examples</th></tr>
    %4$s</table>
    </header>
    <p class="key">%6$s</p>
    <main>
    %5$s</main>
    </body>
    </html>
    """
        .formatted(
            Html.escape(name),
            style(),
            Html.escape(summary(manifest)),
            splits(manifest),
            body,
            key(examples));
  }

  private static String summary(DatasetManifest manifest) {
    return String.format(
        Locale.ROOT,
        "%s, %d×%d, %d token values, seed %d, dataset %s",
        manifest.task(),
        manifest.tokens().gridRows(),
        manifest.tokens().gridColumns(),
        manifest.vocabSize(),
        manifest.seed(),
        manifest.sha256());
  }

  private static String splits(DatasetManifest manifest) {
    StringBuilder rows = new StringBuilder();
    for (Map.Entry<String, SplitManifest> entry : manifest.splits().entrySet()) {
      SplitManifest split = entry.getValue();
      rows.append(
          String.format(
              Locale.ROOT,
              "<tr><th>%s</th><td>%,d</td><td>%,d</td><td>%,d</td></tr>\n",
              Html.escape(entry.getKey()),
              split.totalGroups(),
              split.totalPuzzles(),
              split.totalExamples()));
    }
    return rows.toString();
  }

  private static String example(DrawnExample example) {
    StringBuilder text = new StringBuilder("<section>\n<h2>");
    text.append(Html.escape(example.heading())).append("</h2>\n<div class=\"pair\">\n");
    example.grids().forEach(grid -> text.append(grid(grid)));
    return text.append("</div>\n</section>\n").toString();
  }

  private static String grid(DrawnGrid grid) {
    // Beside the table, not its caption, which would stretch the cells of a narrow one.
    StringBuilder text = new StringBuilder("<figure><figcaption>");
    text.append(Html.escape(grid.title())).append("</figcaption>\n<table class=\"grid");
    text.append(grid.isTiled() ? " tiles" : "").append("\">\n");
    for (int row = 0; row < grid.rows(); row++) {
      text.append("<tr>");
      for (int column = 0; column < grid.columns(); column++) {
        DrawnCell cell = grid.cell(row, column);
        text.append("<td class=\"")
            .append(cell.ink().name().toLowerCase(Locale.ROOT))
            .append(row % grid.boxRows() == 0 ? " top" : "")
            .append(column % grid.boxColumns() == 0 ? " left" : "")
            .append("\">")
            .append(text(cell))
            .append("</td>");
      }
      text.append("</tr>\n");
    }
    return text.append("</table></figure>\n").toString();
  }

  private static String text(DrawnCell cell) {
    return switch (cell.ink()) {
      case GIVEN, ANSWER, START, GOAL -> Html.escape(cell.text());
      default -> "";
    };
  }

  /** What the inks mean that these examples are drawn with. */
  private static String key(List<DrawnExample> examples) {
    return examples.stream()
        .flatMap(example -> example.grids().stream())
        .flatMap(grid -> grid.cells().stream())
        .map(DrawnCell::ink)
        .distinct()
        .filter(ink -> !ink.label().isEmpty())
        .sorted()
        .map(
            ink ->
                "<span class=\"%s\">%s</span>"
                    .formatted(ink.name().toLowerCase(Locale.ROOT), ink.label()))
        .collect(Collectors.joining(" "));
  }

  private static String style() {
    try (InputStream in = HtmlView.class.getResourceAsStream(STYLE)) {
      if (in == null) {
        throw new IllegalStateException(STYLE + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
