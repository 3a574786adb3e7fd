package org.tinyrecursive.rna.io;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinyrecursive.rna.structure.ReferenceStructures;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * A competition's labels file: {@code ID,resname,resid,x_1,y_1,z_1,…}, up to 40 structures, further
 * columns ignored. ID is {@code <target_id>_<resid>}; the rows of a target follow one another,
 * resid counts from 1. A coordinate that is empty, NaN or −1e18 is missing, and its position with
 * it.
 */
public final class LabelsCsv {
  private final CsvTable table;
  private final LabelColumns columns;
  private final Consumer<Located<ReferenceStructures>> targets;
  private final ProblemSink problems;
  private final MissingPositions missing;
  private final Map<String, Long> firstLines = new HashMap<>();
  private LabelRows open;

  private LabelsCsv(
      CsvTable table,
      MissingPositions missing,
      Consumer<Located<ReferenceStructures>> targets,
      ProblemSink problems) {
    this.table = table;
    this.missing = missing;
    this.columns = LabelColumns.of(table);
    this.targets = targets;
    this.problems = problems;
  }

  /**
   * Reads a file to its end and closes it; holds one target at a time. Structures without any
   * position are left out.
   *
   * @param problems takes the first problem of every target that is left out: rows out of order or
   *     double, a coordinate that is no number, no resolved residue at all
   * @throws InputRefusedException if it is no such file at all
   */
  public static void read(
      TextSource source, Consumer<Located<ReferenceStructures>> targets, ProblemSink problems) {
    read(source, MissingPositions.ALLOWED, targets, problems);
  }

  /**
   * Reads predictions, which have the same columns: x_1 … are the first guess, x_2 … the second.
   *
   * @param problems as for labels, and takes targets with a missing coordinate as well
   * @throws InputRefusedException if it is no such file at all
   */
  public static void readPredictions(
      TextSource source, Consumer<Located<ReferenceStructures>> targets, ProblemSink problems) {
    read(source, MissingPositions.REFUSED, targets, problems);
  }

  private static void read(
      TextSource source,
      MissingPositions missing,
      Consumer<Located<ReferenceStructures>> targets,
      ProblemSink problems) {
    try (CsvTable table = new CsvTable(source)) {
      LabelsCsv reader = new LabelsCsv(table, missing, targets, problems);
      for (Optional<CsvRecord> row = table.next(problems);
          row.isPresent();
          row = table.next(problems)) {
        reader.accept(row.get());
      }
      reader.finish();
    }
  }

  /**
   * All targets of a file.
   *
   * @throws InputRefusedException at the first problem, or if there is no target
   */
  public static List<ReferenceStructures> readAll(TextSource source) {
    List<ReferenceStructures> all = new ArrayList<>();
    read(source, target -> all.add(target.value()), ProblemSink.REFUSE);
    if (all.isEmpty()) {
      throw new InputRefusedException(source.name() + ": has no target");
    }
    return all;
  }

  private void accept(CsvRecord row) {
    String id = row.getField(columns.id()).strip();
    int split = id.lastIndexOf('_');
    if (split <= 0) {
      problems.accept(
          problem("ID", "is '%s', expected <target_id>_<resid> such as R1107_1".formatted(id)));
      return;
    }
    String target = id.substring(0, split);
    if (open == null || !open.target().equals(target)) {
      finish();
      open = new LabelRows(target, table.name(), table.line(), columns, missing);
      Long before = firstLines.putIfAbsent(target, table.line());
      if (before != null) {
        open.spoil(
            problem(
                "ID",
                "'%s' continues the target that began on line %d; the rows of a target must follow"
                        .formatted(id, before)
                    + " one another, each once"),
            problems);
      }
    }
    open.accept(row, table.line(), problems);
  }

  private void finish() {
    if (open != null) {
      open.finish(problems).ifPresent(targets);
    }
    open = null;
  }

  private RecordProblem problem(String field, String reason) {
    return new RecordProblem(table.name(), table.line(), field, reason);
  }
}
