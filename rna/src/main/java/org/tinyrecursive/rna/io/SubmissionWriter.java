package org.tinyrecursive.rna.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.Sequence;

/** Writes a submission, target by target in the order of the sequences file. */
public final class SubmissionWriter implements Closeable {
  private final Writer out;

  /**
   * Begins a file with its header.
   *
   * @param out is closed with this
   */
  public SubmissionWriter(Writer out) throws IOException {
    this.out = out;
    out.write(String.join(",", SubmissionFormat.COLUMNS));
    out.write('\n');
  }

  /**
   * Writes the rows of a target.
   *
   * @param guesses five structures, every residue with a position
   * @throws IllegalArgumentException if they are not five, or one lacks a residue
   */
  public void write(String targetId, Sequence sequence, List<Coordinates> guesses)
      throws IOException {
    check(targetId, sequence, guesses);
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < sequence.length(); i++) {
      row.setLength(0);
      row.append(targetId).append('_').append(i + 1);
      row.append(',').append(sequence.at(i)).append(',').append(i + 1);
      for (Coordinates guess : guesses) {
        row.append(',').append(SubmissionFormat.format(guess.x(i)));
        row.append(',').append(SubmissionFormat.format(guess.y(i)));
        row.append(',').append(SubmissionFormat.format(guess.z(i)));
      }
      out.append(row.append('\n'));
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private static void check(String targetId, Sequence sequence, List<Coordinates> guesses) {
    if (guesses.size() != SubmissionFormat.GUESSES) {
      throw new IllegalArgumentException(
          "%s has %d guesses, expected %d"
              .formatted(targetId, guesses.size(), SubmissionFormat.GUESSES));
    }
    for (Coordinates guess : guesses) {
      if (guess.size() != sequence.length() || guess.resolved() != guess.size()) {
        throw new IllegalArgumentException(
            "%s: a guess has %s for %d residues".formatted(targetId, guess, sequence.length()));
      }
    }
  }
}
