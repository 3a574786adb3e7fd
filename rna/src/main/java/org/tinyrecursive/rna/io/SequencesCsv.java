package org.tinyrecursive.rna.io;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinyrecursive.rna.structure.ChainSpan;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.rna.structure.Sequence;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * A competition's sequences file: {@code target_id,sequence,temporal_cutoff,description,
 * all_sequences}, in part 2 also {@code stoichiometry}; further columns are ignored. Only the first
 * two are needed: without {@code temporal_cutoff} a target has no limit ({@link LocalDate#MAX}).
 */
public final class SequencesCsv {
  private final CsvTable table;
  private final ProblemSink problems;
  private final Consumer<Located<RnaTarget>> targets;
  private final Map<String, Long> lines = new HashMap<>();
  private final int id;
  private final int sequence;
  private final int cutoff;
  private final int description;
  private final int fasta;
  private final int stoichiometry;

  private SequencesCsv(CsvTable table, Consumer<Located<RnaTarget>> targets, ProblemSink problems) {
    this.table = table;
    this.targets = targets;
    this.problems = problems;
    id = table.need("target_id");
    sequence = table.need("sequence");
    cutoff = table.column("temporal_cutoff");
    description = table.column("description");
    fasta = table.column("all_sequences");
    stoichiometry = table.column("stoichiometry");
  }

  /**
   * Reads a file to its end and closes it. Targets come in its order.
   *
   * @param problems takes every record that is left out: a name missing or used twice, letters that
   *     are no nucleotide codes, a date that is none, chains that contradict the sequence
   * @throws InputRefusedException if it is no such file at all
   */
  public static void read(
      TextSource source, Consumer<Located<RnaTarget>> targets, ProblemSink problems) {
    try (CsvTable table = new CsvTable(source)) {
      SequencesCsv reader = new SequencesCsv(table, targets, problems);
      for (Optional<CsvRecord> row = table.next(problems);
          row.isPresent();
          row = table.next(problems)) {
        reader.accept(row.get());
      }
    }
  }

  /**
   * All targets of a file.
   *
   * @throws InputRefusedException at the first problem, or if there is no target
   */
  public static List<RnaTarget> readAll(TextSource source) {
    List<RnaTarget> all = new ArrayList<>();
    read(source, target -> all.add(target.value()), ProblemSink.REFUSE);
    if (all.isEmpty()) {
      throw new InputRefusedException(source.name() + ": has no target");
    }
    return all;
  }

  private void accept(CsvRecord row) {
    String name = row.getField(id).strip();
    if (name.isEmpty()) {
      complain("target_id", "is empty");
      return;
    }
    Long before = lines.putIfAbsent(name, table.line());
    if (before != null) {
      complain("target_id", "'%s' is on line %d already".formatted(name, before));
      return;
    }
    String letters = row.getField(sequence).strip().toUpperCase(Locale.ROOT);
    int foreign = Sequence.firstForeign(letters);
    if (letters.isEmpty() || foreign >= 0) {
      complain(
          "sequence",
          letters.isEmpty()
              ? "of " + name + " is empty"
              : "of %s has '%c' at %d, allowed: nucleotide codes %s"
                  .formatted(name, letters.charAt(foreign), foreign + 1, Sequence.ALPHABET));
      return;
    }
    Optional<LocalDate> date = date(name, row);
    if (date.isEmpty()) {
      return;
    }
    List<ChainSpan> chains;
    try {
      chains = Stoichiometry.chains(letters, field(row, stoichiometry).strip(), field(row, fasta));
    } catch (Stoichiometry.ContradictionException contradiction) {
      complain(contradiction.field(), "of " + name + " " + contradiction.getMessage());
      return;
    }
    targets.accept(
        new Located<>(
            new RnaTarget(name, new Sequence(letters), date.get(), field(row, description), chains),
            table.name(),
            table.line()));
  }

  private Optional<LocalDate> date(String name, CsvRecord row) {
    if (cutoff < 0) {
      return Optional.of(LocalDate.MAX);
    }
    String text = row.getField(cutoff).strip();
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException none) {
      complain(
          "temporal_cutoff",
          "of %s is '%s', expected a date such as 2025-05-29".formatted(name, text));
      return Optional.empty();
    }
  }

  private static String field(CsvRecord row, int column) {
    return column < 0 ? "" : row.getField(column);
  }

  private void complain(String field, String reason) {
    problems.accept(new RecordProblem(table.name(), table.line(), field, reason));
  }
}
