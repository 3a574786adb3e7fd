package org.tinyrecursive.rna.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.rna.structure.Sequence;
import org.tinyrecursive.transforms.InputRefusedException;

/** FASTA: a line {@code >name …}, then letters over any number of lines. */
public final class Fasta {
  /** Amino acids and what databases add to them; also holds every nucleotide code. */
  private static final String ANY_MOLECULE = "ABCDEFGHIJKLMNOPQRSTUVWXYZ*-.()0123456789";

  private final TextSource source;
  private final String alphabet;
  private final Consumer<FastaRecord> records;
  private final ProblemSink problems;
  private final StringBuilder letters = new StringBuilder();
  private String header;
  private long headerLine;
  private boolean sound;

  private Fasta(
      TextSource source, String alphabet, Consumer<FastaRecord> records, ProblemSink problems) {
    this.source = source;
    this.alphabet = alphabet;
    this.records = records;
    this.problems = problems;
  }

  /**
   * Reads nucleotides to the end of a file and closes it.
   *
   * @param problems takes records without a letter or with one that is no nucleotide code of IUPAC
   * @throws InputRefusedException if the file cannot be read
   */
  public static void read(TextSource source, Consumer<FastaRecord> records, ProblemSink problems) {
    new Fasta(source, Sequence.ALPHABET, records, problems).run();
  }

  /**
   * All sequences of a file as targets without a time limit, named by their headers' first word.
   *
   * @throws InputRefusedException at the first problem, if a name occurs twice or there is none
   */
  public static List<RnaTarget> readTargets(TextSource source) {
    List<RnaTarget> targets = new ArrayList<>();
    Map<String, Long> lines = new HashMap<>();
    read(
        source,
        each -> {
          Long before = lines.putIfAbsent(each.id(), each.line());
          if (each.id().isEmpty() || before != null) {
            throw new RecordProblem(
                    source.name(),
                    each.line(),
                    "header",
                    before == null
                        ? "has no name after '>'"
                        : "names '%s' as line %d does".formatted(each.id(), before))
                .refusal();
          }
          targets.add(RnaTarget.ofOneChain(each.id(), new Sequence(each.letters()), LocalDate.MAX));
        },
        ProblemSink.REFUSE);
    if (targets.isEmpty()) {
      throw new InputRefusedException(source.name() + ": has no sequence");
    }
    return targets;
  }

  /** As {@link #read}, with proteins and DNA among the records. */
  static void readAnyMolecule(
      TextSource source, Consumer<FastaRecord> records, ProblemSink problems) {
    new Fasta(source, ANY_MOLECULE, records, problems).run();
  }

  private void run() {
    try (BufferedReader reader = new BufferedReader(source.reader())) {
      long line = 0;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        accept(text, ++line);
      }
      finish();
    } catch (IOException failed) {
      throw TextSource.unreadable(source.name(), failed);
    }
  }

  private void accept(String text, long line) {
    boolean marked = line == 1 && text.startsWith("\uFEFF");
    String stripped = marked ? text.substring(1).strip() : text.strip();
    if (stripped.startsWith(">")) {
      finish();
      header = stripped.substring(1).strip();
      headerLine = line;
      sound = true;
    } else if (!stripped.isEmpty() && header == null) {
      throw new RecordProblem(source.name(), line, "", "has letters before the first '>' line")
          .refusal();
    } else if (sound) {
      append(stripped.toUpperCase(Locale.ROOT), line);
    }
  }

  private void append(String text, long line) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (!Character.isWhitespace(letter)) {
        if (alphabet.indexOf(letter) < 0) {
          sound = false;
          problems.accept(
              new RecordProblem(
                  source.name(),
                  line,
                  "sequence",
                  "has '%c' at %d, allowed: %s".formatted(letter, i + 1, alphabet)));
          return;
        }
        letters.append(letter);
      }
    }
  }

  private void finish() {
    if (header != null && sound) {
      if (letters.isEmpty()) {
        problems.accept(new RecordProblem(source.name(), headerLine, "sequence", "has no letter"));
      } else {
        records.accept(new FastaRecord(header, letters.toString(), headerLine));
      }
    }
    letters.setLength(0);
  }
}
