package org.tinyrecursive.rna.io;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tinyrecursive.rna.structure.ChainSpan;
import org.tinyrecursive.rna.structure.Sequence;

/**
 * Chains and copies of a target, {@code A:2;B:1}: its sequence is that of chain A twice, then that
 * of chain B. The sequences of the chains are in the FASTA of the same row, whose headers name
 * chains as the PDB does: {@code >7QR4_2|Chain B|…}, {@code >8FZA_1|Chains A, B[auth R]|…}.
 */
final class Stoichiometry {
  private static final Pattern ENTRY = Pattern.compile("\\s*([^:;\\s]+)\\s*:\\s*(\\d{1,4})\\s*");
  private static final Pattern CHAINS = Pattern.compile("\\|\\s*Chains?\\s+([^|]*)");
  private static final Pattern CHAIN = Pattern.compile("([^\\s,\\[\\]]+)(?:\\[auth ([^\\]]+)\\])?");

  private Stoichiometry() {}

  /** The row contradicts itself; the message goes on after "field of target". */
  static final class ContradictionException extends Exception {
    private static final long serialVersionUID = 1;
    private final String field;

    ContradictionException(String field, String message) {
      super(message);
      this.field = field;
    }

    String field() {
      return field;
    }
  }

  /**
   * Where each copy of each chain lies. Without a stoichiometry there is one chain.
   *
   * @param stoichiometry may be empty
   * @param fasta may be empty: then the copies must be of one chain
   */
  static List<ChainSpan> chains(String sequence, String stoichiometry, String fasta)
      throws ContradictionException {
    if (stoichiometry.isEmpty()) {
      return List.of(ChainSpan.whole(sequence.length()));
    }
    Map<String, Integer> copies = parse(stoichiometry);
    Map<String, String> letters = fasta.isBlank() ? Map.of() : chainSequences(fasta);
    if (fasta.isBlank()) {
      if (copies.size() > 1) {
        throw new ContradictionException(
            "all_sequences", "is empty, needed to divide the sequence by " + stoichiometry);
      }
      String only = copies.keySet().iterator().next();
      letters = Map.of(only, sequence.substring(0, sequence.length() / copies.get(only)));
    }
    List<ChainSpan> spans = new ArrayList<>();
    int at = 0;
    for (Map.Entry<String, Integer> entry : copies.entrySet()) {
      String chain = letters.get(entry.getKey());
      if (chain == null) {
        throw new ContradictionException(
            "all_sequences",
            "has no chain %s of stoichiometry %s, found: %s"
                .formatted(entry.getKey(), stoichiometry, String.join(", ", letters.keySet())));
      }
      for (int copy = 1; copy <= entry.getValue(); copy++) {
        check(sequence, at, entry.getKey(), copy, chain);
        spans.add(new ChainSpan(entry.getKey(), copy, at, at + chain.length()));
        at += chain.length();
      }
    }
    if (at != sequence.length()) {
      throw new ContradictionException(
          "stoichiometry",
          "%s gives %d residues, the sequence has %d"
              .formatted(stoichiometry, at, sequence.length()));
    }
    return spans;
  }

  private static void check(String sequence, int at, String chain, int copy, String letters)
      throws ContradictionException {
    for (int i = 0; i < letters.length(); i++) {
      char expected = Sequence.baseOf(letters.charAt(i));
      char found = at + i < sequence.length() ? Sequence.baseOf(sequence.charAt(at + i)) : '\0';
      if (expected != found && expected != 'N' && found != 'N') {
        String what = found == '\0' ? "the end" : "'" + sequence.charAt(at + i) + "'";
        throw new ContradictionException(
            "sequence",
            "has %s at %d, its FASTA has '%c' at %d of copy %d of chain %s"
                .formatted(what, at + i + 1, letters.charAt(i), i + 1, copy, chain));
      }
    }
  }

  private static Map<String, Integer> parse(String text) throws ContradictionException {
    Map<String, Integer> copies = new LinkedHashMap<>();
    for (String part : text.split(";", -1)) {
      Matcher entry = ENTRY.matcher(part);
      boolean whole = entry.matches() && Integer.parseInt(entry.group(2)) > 0;
      if (!whole || copies.putIfAbsent(entry.group(1), Integer.parseInt(entry.group(2))) != null) {
        throw new ContradictionException(
            "stoichiometry",
            "is '%s', expected chains with copies such as A:2;B:1".formatted(text));
      }
    }
    return copies;
  }

  private static Map<String, String> chainSequences(String fasta) throws ContradictionException {
    List<RecordProblem> broken = new ArrayList<>();
    List<FastaRecord> records = new ArrayList<>();
    Fasta.readAnyMolecule(
        new TextSource("all_sequences", new StringReader(fasta)), records::add, broken::add);
    if (!broken.isEmpty()) {
      throw new ContradictionException(
          "all_sequences", "line %d %s".formatted(broken.get(0).line(), broken.get(0).reason()));
    }
    Map<String, String> letters = new LinkedHashMap<>();
    for (FastaRecord each : records) {
      Matcher list = CHAINS.matcher(each.header());
      Matcher name = CHAIN.matcher(list.find() ? list.group(1) : each.header());
      while (name.find()) {
        letters.putIfAbsent(name.group(1), each.letters());
        if (name.group(2) != null) {
          letters.putIfAbsent(name.group(2), each.letters());
        }
      }
    }
    return letters;
  }
}
