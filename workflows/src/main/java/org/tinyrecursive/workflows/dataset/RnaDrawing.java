package org.tinyrecursive.workflows.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.tinyrecursive.rna.dataset.RnaRow;
import org.tinyrecursive.rna.dataset.RnaShardReader;
import org.tinyrecursive.rna.fold.BasePairing;
import org.tinyrecursive.transforms.InputRefusedException;

/** Rows of an RNA dataset for people: letters, and under them who pairs with whom. */
final class RnaDrawing {
  private RnaDrawing() {}

  /**
   * One row.
   *
   * @param cropStart its first residue in the target, counted from 0
   * @param secondaryStructure dot-bracket, of the pairs that the first structure's positions show
   * @param resolved residues of that structure that have a position
   */
  record Drawn(
      String targetId,
      String temporalCutoff,
      int targetLength,
      int cropStart,
      String sequence,
      String secondaryStructure,
      int resolved,
      int references) {}

  /** Rows spread evenly over a split. */
  static List<RnaRow> spread(Path directory, String split, int count) {
    List<RnaRow> all = rows(directory, split);
    int shown = Math.min(count, all.size());
    return IntStream.range(0, shown)
        .mapToObj(k -> all.get((int) ((long) k * all.size() / shown)))
        .toList();
  }

  /**
   * All rows of one target.
   *
   * @throws InputRefusedException if the split has none
   */
  static List<RnaRow> target(Path directory, String split, String id) {
    List<RnaRow> found =
        rows(directory, split).stream().filter(row -> row.targetId().equals(id)).toList();
    if (found.isEmpty()) {
      throw new InputRefusedException(
          "--id is %s: split \"%s\" of %s has no such target; --split chooses another split"
              .formatted(id, split, directory));
    }
    return found;
  }

  private static List<RnaRow> rows(Path directory, String split) {
    return RnaShardReader.readSplit(directory, split);
  }

  static Drawn of(RnaRow row) {
    return new Drawn(
        row.targetId(),
        row.cutoff().toString(),
        row.targetLength(),
        row.cropStart(),
        row.letters(),
        BasePairing.find(row.letters(), row.structures().get(0)).toString(),
        row.structures().get(0).resolved(),
        row.structures().size());
  }

  /** A head line, then letters and pairs in lines of at most so many columns. */
  static String text(Drawn row, int columns) {
    List<String> lines = new ArrayList<>();
    int length = row.sequence().length();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s  %s  residues %,d to %,d of %,d, %,d resolved, %d structure%s",
            row.targetId(),
            row.temporalCutoff(),
            row.cropStart() + 1,
            row.cropStart() + length,
            row.targetLength(),
            row.resolved(),
            row.references(),
            row.references() == 1 ? "" : "s"));
    for (int from = 0; from < length; from += columns) {
      int to = Math.min(length, from + columns);
      lines.add(row.sequence().substring(from, to));
      lines.add(row.secondaryStructure().substring(from, to));
    }
    return String.join("\n", lines) + "\n";
  }
}
