package org.tinyrecursive.workflows.report.rna;

import static org.tinyrecursive.workflows.report.PageTemplate.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tinyrecursive.rna.dataset.RnaRow;
import org.tinyrecursive.rna.fold.BasePairing;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.workflows.report.PageTemplate;

/** A page with rows of an RNA dataset: letters, pairs, contact map. It has no script. */
public final class RnaDatasetPage {
  private static final String FOLDER = PageTemplate.FOLDER + "rna/";

  /** C1′ atoms nearer than this are in contact, Å. */
  private static final double CONTACT = 12;

  private RnaDatasetPage() {}

  /**
   * The page.
   *
   * @param name of the dataset
   */
  public static String render(String name, String split, List<RnaRow> rows) {
    return PageTemplate.render(
        FOLDER,
        "dataset.peb",
        Map.of(
            "name",
            name,
            "split",
            split,
            "rows",
            rows.stream().map(RnaDatasetPage::row).toList(),
            "style",
            resource(PageTemplate.FOLDER + "report.css") + resource(FOLDER + "rna.css")));
  }

  private static Map<String, Object> row(RnaRow row) {
    Coordinates known = row.structures().get(0);
    return Map.of(
        "target",
        row.targetId(),
        "note",
        String.format(
            Locale.ROOT,
            "%s, residues %,d to %,d of %,d, %,d resolved",
            row.cutoff(),
            row.cropStart() + 1,
            row.cropStart() + row.length(),
            row.targetLength(),
            known.resolved()),
        "letters",
        lines(row.letters(), BasePairing.find(row.letters(), known).toString()),
        "size",
        row.length(),
        "contacts",
        contacts(known));
  }

  private static String lines(String letters, String pairs) {
    List<String> lines = new ArrayList<>();
    int columns = 60;
    for (int from = 0; from < letters.length(); from += columns) {
      int to = Math.min(letters.length(), from + columns);
      lines.add(letters.substring(from, to) + "\n" + pairs.substring(from, to));
    }
    return String.join("\n\n", lines);
  }

  /** Cells of a symmetric map, as the path of an SVG. */
  private static String contacts(Coordinates known) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < known.size(); i++) {
      for (int j = 0; j < known.size(); j++) {
        if (known.isResolved(i) && known.isResolved(j) && known.distance(i, j) < CONTACT) {
          path.append('M').append(j).append(' ').append(i).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }
}
