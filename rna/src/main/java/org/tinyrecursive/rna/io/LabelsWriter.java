package org.tinyrecursive.rna.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import org.tinyrecursive.rna.structure.ChainSpan;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.RnaTarget;

/** Writes a labels file with one structure of every target and the columns of part 2. */
public final class LabelsWriter implements Closeable {
  private static final String MISSING = "-1e+18";

  private final Writer out;

  /**
   * Begins a file with its header.
   *
   * @param out is closed with this
   */
  public LabelsWriter(Writer out) throws IOException {
    this.out = out;
    out.write("ID,resname,resid,x_1,y_1,z_1,chain,copy\n");
  }

  /**
   * Writes the rows of a target, three decimals.
   *
   * @throws IllegalArgumentException if the structure is not of its length
   */
  public void write(RnaTarget target, Coordinates structure) throws IOException {
    if (structure.size() != target.sequence().length()) {
      throw new IllegalArgumentException(
          "%s has %d residues, the structure %d"
              .formatted(target.id(), target.sequence().length(), structure.size()));
    }
    for (ChainSpan chain : target.chains()) {
      for (int i = chain.from(); i < chain.to(); i++) {
        out.write(
            "%s_%d,%c,%d,%s,%s,%s,%s,%d\n"
                .formatted(
                    target.id(),
                    i + 1,
                    target.sequence().at(i),
                    i + 1,
                    coordinate(structure.x(i)),
                    coordinate(structure.y(i)),
                    coordinate(structure.z(i)),
                    chain.chain(),
                    chain.copy()));
      }
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static String coordinate(double value) {
    return Double.isNaN(value) ? MISSING : SubmissionFormat.format(value);
  }
}
