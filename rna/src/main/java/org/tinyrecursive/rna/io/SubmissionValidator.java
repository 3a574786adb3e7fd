package org.tinyrecursive.rna.io;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tinyrecursive.rna.structure.RnaTarget;

/** Compares a submission with the sequences file it answers, and says everything that is wrong. */
public final class SubmissionValidator {
  private final CsvTable table;
  private final List<RnaTarget> targets;
  private final ProblemSink problems;
  private final Map<String, RnaTarget> byId = new HashMap<>();
  private final Map<String, Integer> firstRows = new HashMap<>();
  private final BitSet seen = new BitSet();
  private int last = -1;
  private long rows;

  private SubmissionValidator(CsvTable table, List<RnaTarget> targets, ProblemSink problems) {
    this.table = table;
    this.targets = targets;
    this.problems = problems;
    int row = 0;
    for (RnaTarget target : targets) {
      byId.put(target.id(), target);
      firstRows.put(target.id(), row);
      row += target.sequence().length();
    }
  }

  /**
   * Reads a submission to its end and closes it.
   *
   * @param problems takes every problem; a file without one is what the competition takes
   * @return number of rows, the header not counted
   */
  public static long validate(
      TextSource submission, List<RnaTarget> targets, ProblemSink problems) {
    try (CsvTable table = new CsvTable(submission)) {
      SubmissionValidator validator = new SubmissionValidator(table, targets, problems);
      validator.run();
      return validator.rows;
    }
  }

  private void run() {
    checkHeader();
    int id = table.column("ID");
    if (id >= 0) {
      for (Optional<CsvRecord> row = table.next(problems);
          row.isPresent();
          row = table.next(problems)) {
        rows++;
        accept(row.get(), row.get().getField(id).strip());
      }
      reportMissing();
    }
  }

  private void checkHeader() {
    List<String> found = table.header();
    List<String> wanted = SubmissionFormat.COLUMNS;
    List<String> missing = new ArrayList<>(wanted);
    missing.removeAll(found);
    List<String> extra = new ArrayList<>(found);
    extra.removeAll(wanted);
    if (!missing.isEmpty()) {
      complain(1, "header", "lacks " + String.join(", ", missing));
    }
    if (!extra.isEmpty()) {
      complain(
          1,
          "header",
          "has %s as well, allowed are exactly the %d columns ID,resname,resid,x_1 … z_%d"
              .formatted(String.join(", ", extra), wanted.size(), SubmissionFormat.GUESSES));
    }
    if (missing.isEmpty() && extra.isEmpty() && !found.equals(wanted)) {
      complain(1, "header", "has its columns in another order than ID,resname,resid,x_1,y_1,z_1 …");
    }
  }

  private void accept(CsvRecord row, String id) {
    int split = id.lastIndexOf('_');
    RnaTarget target = split < 0 ? null : byId.get(id.substring(0, split));
    int residue = residue(id.substring(split + 1));
    if (target == null || residue < 1 || residue > target.sequence().length()) {
      complain(table.line(), "ID", "'%s' is no residue of the sequences file".formatted(id));
      return;
    }
    int expected = firstRows.get(target.id()) + residue - 1;
    if (seen.get(expected)) {
      complain(table.line(), "ID", "'%s' occurs twice".formatted(id));
    } else if (expected < last) {
      complain(
          table.line(), "ID", "'%s' is out of order, before it came %s".formatted(id, name(last)));
    }
    seen.set(expected);
    last = Math.max(last, expected);
    checkFields(row, id, target, residue);
  }

  private void checkFields(CsvRecord row, String id, RnaTarget target, int residue) {
    String resname = String.valueOf(target.sequence().at(residue - 1));
    checkText(row, id, "resname", resname);
    checkText(row, id, "resid", Integer.toString(residue));
    for (int i = 3; i < SubmissionFormat.COLUMNS.size(); i++) {
      String name = SubmissionFormat.COLUMNS.get(i);
      int column = table.column(name);
      if (column >= 0) {
        checkCoordinate(name, id, row.getField(column).strip());
      }
    }
  }

  private void checkText(CsvRecord row, String id, String name, String expected) {
    int column = table.column(name);
    if (column >= 0 && !row.getField(column).strip().equals(expected)) {
      complain(
          table.line(),
          name,
          "of %s is '%s', expected %s".formatted(id, row.getField(column), expected));
    }
  }

  private void checkCoordinate(String name, String id, String text) {
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException rubbish) {
      complain(table.line(), name, "of %s is '%s', expected a number".formatted(id, text));
      return;
    }
    if (!(value >= SubmissionFormat.LEAST && value <= SubmissionFormat.MOST)) {
      complain(
          table.line(),
          name,
          "of %s is %s, allowed: %s to %s"
              .formatted(id, text, SubmissionFormat.LEAST, SubmissionFormat.MOST));
    }
  }

  /** One problem for each gap. */
  private void reportMissing() {
    int first = 0;
    for (RnaTarget target : targets) {
      int end = first + target.sequence().length();
      for (int from = seen.nextClearBit(first); from < end; from = seen.nextClearBit(from)) {
        int next = seen.nextSetBit(from);
        int to = next < 0 || next > end ? end : next;
        complain(
            table.line() + 1,
            "ID",
            to - from == 1
                ? "%s is missing".formatted(name(from))
                : "%s to %s are missing, %d rows".formatted(name(from), name(to - 1), to - from));
        from = to;
      }
      first = end;
    }
  }

  private String name(int row) {
    int first = 0;
    for (RnaTarget target : targets) {
      int length = target.sequence().length();
      if (row < first + length) {
        return target.id() + "_" + (row - first + 1);
      }
      first += length;
    }
    throw new IllegalArgumentException("row " + row + " of " + first);
  }

  private static int residue(String text) {
    return text.matches("[1-9][0-9]{0,8}") ? Integer.parseInt(text) : 0;
  }

  private void complain(long line, String field, String reason) {
    problems.accept(new RecordProblem(table.name(), line, field, reason));
  }
}
