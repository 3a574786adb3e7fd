package org.tinyrecursive.rna.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tinyrecursive.rna.io.Fasta;
import org.tinyrecursive.rna.io.FastaRecord;
import org.tinyrecursive.rna.io.ProblemSink;
import org.tinyrecursive.rna.io.RecordProblem;
import org.tinyrecursive.rna.io.TextSource;
import org.tinyrecursive.rna.structure.ChainSpan;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.rna.structure.Sequence;

/**
 * What related sequences have at each residue: shares of A, C, G, U and gap among the rows of a
 * multiple sequence alignment. In part 2 each row names its chain, {@code |chain=B}.
 */
public final class MsaProfile {
  /** Shares for every residue. */
  public static final int CHANNELS = 5;

  private static final Pattern CHAIN = Pattern.compile("\\|\\s*chain=([^|\\s]+)");
  private static final String BASES = "ACGU";

  private MsaProfile() {}

  /**
   * Reads an alignment; the first row of each chain is the target's own, and its gaps are dropped
   * with their columns. Residues of chains without rows have shares of 0.
   *
   * @return shares of the first residue, then of the second, and so on
   * @throws org.tinyrecursive.transforms.InputRefusedException if a row has another width than the
   *     first of its chain, or the first is not of the chain's length
   */
  public static float[] read(TextSource source, RnaTarget target) {
    Map<String, List<FastaRecord>> byChain = new LinkedHashMap<>();
    Fasta.read(
        source,
        row -> {
          Matcher chain = CHAIN.matcher(row.header());
          byChain
              .computeIfAbsent(chain.find() ? chain.group(1) : "", key -> new ArrayList<>())
              .add(row);
        },
        ProblemSink.REFUSE);
    float[] profile = new float[CHANNELS * target.sequence().length()];
    byChain.forEach((chain, rows) -> fill(source.name(), chain, rows, target, profile));
    return profile;
  }

  private static void fill(
      String file, String chain, List<FastaRecord> rows, RnaTarget target, float[] profile) {
    String query = rows.get(0).letters();
    float[] shares = shares(file, rows);
    int length = shares.length / CHANNELS;
    boolean placed = false;
    if (length == target.sequence().length()) {
      System.arraycopy(shares, 0, profile, 0, shares.length);
      return;
    }
    for (ChainSpan span : target.chains()) {
      if ((chain.isEmpty() || span.chain().equals(chain)) && span.length() == length) {
        System.arraycopy(shares, 0, profile, CHANNELS * span.from(), shares.length);
        placed = true;
      }
    }
    if (!placed) {
      throw new RecordProblem(
              file,
              rows.get(0).line(),
              "sequence",
              "of %d residues (%d columns) fits no chain of %s"
                  .formatted(length, query.length(), target.id()))
          .refusal();
    }
  }

  private static float[] shares(String file, List<FastaRecord> rows) {
    String query = rows.get(0).letters();
    List<Integer> columns = new ArrayList<>();
    for (int i = 0; i < query.length(); i++) {
      if (!isGap(query.charAt(i))) {
        columns.add(i);
      }
    }
    float[] shares = new float[CHANNELS * columns.size()];
    for (FastaRecord row : rows) {
      if (row.letters().length() != query.length()) {
        throw new RecordProblem(
                file,
                row.line(),
                "sequence",
                "has %d columns, the first row of its chain has %d"
                    .formatted(row.letters().length(), query.length()))
            .refusal();
      }
      for (int i = 0; i < columns.size(); i++) {
        char letter = row.letters().charAt(columns.get(i));
        int channel = isGap(letter) ? CHANNELS - 1 : BASES.indexOf(Sequence.baseOf(letter));
        if (channel >= 0) {
          shares[CHANNELS * i + channel] += 1f / rows.size();
        }
      }
    }
    return shares;
  }

  private static boolean isGap(char letter) {
    return letter == '-' || letter == '.';
  }
}
