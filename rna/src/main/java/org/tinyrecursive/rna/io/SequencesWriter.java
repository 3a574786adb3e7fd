package org.tinyrecursive.rna.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.tinyrecursive.rna.structure.ChainSpan;
import org.tinyrecursive.rna.structure.RnaTarget;

/** Writes a sequences file with the columns of part 2, its FASTA among them. */
public final class SequencesWriter implements Closeable {
  private final CsvWriter csv;

  /**
   * Begins a file with its header.
   *
   * @param out is closed with this
   */
  public SequencesWriter(Writer out) {
    csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    csv.writeRecord(
        "target_id",
        "sequence",
        "temporal_cutoff",
        "description",
        "stoichiometry",
        "all_sequences");
  }

  /** Writes one target. */
  public void write(RnaTarget target) {
    Map<String, Integer> copies = new LinkedHashMap<>();
    Map<String, String> letters = new LinkedHashMap<>();
    for (ChainSpan chain : target.chains()) {
      copies.merge(chain.chain(), 1, Integer::sum);
      letters.putIfAbsent(
          chain.chain(), target.sequence().letters().substring(chain.from(), chain.to()));
    }
    csv.writeRecord(
        target.id(),
        target.sequence().letters(),
        target.cutoff().equals(LocalDate.MAX) ? "" : target.cutoff().toString(),
        target.description(),
        copies.entrySet().stream()
            .map(entry -> entry.getKey() + ":" + entry.getValue())
            .collect(Collectors.joining(";")),
        letters.entrySet().stream()
            .map(
                entry ->
                    ">%s|Chain %s|RNA\n%s\n"
                        .formatted(target.id(), entry.getKey(), entry.getValue()))
            .collect(Collectors.joining()));
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
