package org.tinyrecursive.rna.io;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.ReferenceStructures;
import org.tinyrecursive.rna.structure.Sequence;

/** The rows of one target, gathered until the next begins. After a problem the rest is skipped. */
final class LabelRows {
  private static final double MISSING_BELOW = -1e17;

  private final String target;
  private final String file;
  private final long firstLine;
  private final LabelColumns columns;
  private final MissingPositions missing;
  private final StringBuilder letters = new StringBuilder();
  private double[] values = new double[1 << 10];
  private boolean spoiled;

  LabelRows(
      String target, String file, long firstLine, LabelColumns columns, MissingPositions missing) {
    this.target = target;
    this.file = file;
    this.firstLine = firstLine;
    this.columns = columns;
    this.missing = missing;
  }

  String target() {
    return target;
  }

  void spoil(RecordProblem problem, ProblemSink problems) {
    if (!spoiled) {
      spoiled = true;
      problems.accept(problem);
    }
  }

  void accept(CsvRecord row, long line, ProblemSink problems) {
    if (spoiled) {
      return;
    }
    Optional<RecordProblem> problem = checkName(row, line);
    if (problem.isEmpty()) {
      problem = readCoordinates(row, line);
    }
    if (problem.isPresent()) {
      spoil(problem.get(), problems);
    } else {
      letters.append(row.getField(columns.resname()).strip().toUpperCase(Locale.ROOT));
    }
  }

  Optional<Located<ReferenceStructures>> finish(ProblemSink problems) {
    if (spoiled) {
      return Optional.empty();
    }
    List<Coordinates> structures = new ArrayList<>();
    int width = 3 * columns.structures();
    for (int s = 0; s < columns.structures(); s++) {
      double[] xyz = new double[3 * letters.length()];
      for (int i = 0; i < letters.length(); i++) {
        System.arraycopy(values, i * width + 3 * s, xyz, 3 * i, 3);
      }
      Coordinates structure = Coordinates.of(xyz);
      if (structure.resolved() > 0) {
        structures.add(structure);
      }
    }
    if (structures.isEmpty()) {
      problems.accept(
          new RecordProblem(
              file,
              firstLine,
              "x_1 …",
              "of %s: none of its %d residues has a position".formatted(target, letters.length())));
      return Optional.empty();
    }
    return Optional.of(
        new Located<>(
            new ReferenceStructures(target, new Sequence(letters.toString()), structures),
            file,
            firstLine));
  }

  private Optional<RecordProblem> checkName(CsvRecord row, long line) {
    int expected = letters.length() + 1;
    String id = row.getField(columns.id()).strip();
    String number = id.substring(id.lastIndexOf('_') + 1);
    String resid = row.getField(columns.resid()).strip();
    if (!number.equals(Integer.toString(expected))) {
      boolean twice = isNumberUpTo(number, expected - 1);
      return problem(
          line,
          "ID",
          twice
              ? "'%s' occurs twice".formatted(id)
              : "is '%s', expected %s_%d: residues are out of order or missing"
                  .formatted(id, target, expected));
    }
    if (!resid.equals(number)) {
      return problem(line, "resid", "is '%s', ID '%s' says %s".formatted(resid, id, number));
    }
    String resname = row.getField(columns.resname()).strip().toUpperCase(Locale.ROOT);
    if (resname.length() != 1 || Sequence.firstForeign(resname) >= 0) {
      return problem(
          line,
          "resname",
          "of %s is '%s', allowed: one of %s".formatted(id, resname, Sequence.ALPHABET));
    }
    return Optional.empty();
  }

  private Optional<RecordProblem> readCoordinates(CsvRecord row, long line) {
    int width = 3 * columns.structures();
    int from = letters.length() * width;
    if (from + width > values.length) {
      values = Arrays.copyOf(values, Math.max(from + width, 2 * values.length));
    }
    for (int i = 0; i < width; i++) {
      String text = row.getField(columns.firstX() + i).strip();
      double value;
      try {
        value = text.isEmpty() ? Double.NaN : Double.parseDouble(text);
      } catch (NumberFormatException rubbish) {
        return notANumber(row, line, i, text);
      }
      if (Double.isInfinite(value)) {
        return notANumber(row, line, i, text);
      }
      values[from + i] = value < MISSING_BELOW ? Double.NaN : value;
      if (missing == MissingPositions.REFUSED && Double.isNaN(values[from + i])) {
        return problem(
            line,
            LabelColumns.name(i),
            "of %s is '%s', a prediction needs a position for every residue"
                .formatted(row.getField(columns.id()), text));
      }
    }
    return Optional.empty();
  }

  private Optional<RecordProblem> notANumber(CsvRecord row, long line, int i, String text) {
    return problem(
        line,
        LabelColumns.name(i),
        "of %s is '%s', expected a coordinate in Å, or -1e18, NaN or nothing where it is missing"
            .formatted(row.getField(columns.id()), text));
  }

  private static boolean isNumberUpTo(String text, int most) {
    return text.matches("[1-9][0-9]{0,8}") && Integer.parseInt(text) <= most;
  }

  private Optional<RecordProblem> problem(long line, String field, String reason) {
    return Optional.of(new RecordProblem(file, line, field, reason));
  }
}
