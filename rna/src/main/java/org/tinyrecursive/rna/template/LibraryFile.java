package org.tinyrecursive.rna.template;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.tinyrecursive.rna.fold.PairTable;
import org.tinyrecursive.rna.io.TextSource;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * A library as a file: gzip over UTF-8 lines. The first is {@code trm-rna-library 1 <chains>}; then
 * one chain a line, tab separated: name, day of release, letters, pairs in dots and brackets, and
 * the positions as whole numbers of 0.001 Å, comma separated, {@code -} for each of a missing one.
 */
public final class LibraryFile {
  private static final String MAGIC = "trm-rna-library 1 ";
  private static final int FIELDS = 5;

  private LibraryFile() {}

  /** Writes a library under a temporary name, then renames it: whole or not at all. */
  public static void write(Path file, TemplateLibrary library) throws IOException {
    Path place = file.toAbsolutePath();
    Files.createDirectories(place.getParent());
    Path temporary = place.resolveSibling(place.getFileName() + ".tmp");
    try (Writer lines =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(temporary)), StandardCharsets.UTF_8))) {
      lines.write(MAGIC + library.chains().size() + "\n");
      for (LibraryChain chain : library.chains()) {
        lines.write(
            String.join(
                "\t",
                chain.id(),
                chain.released().toString(),
                chain.sequence(),
                chain.pairs().toString(),
                format(chain.positions())));
        lines.write("\n");
      }
    }
    Files.move(temporary, place, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String format(Coordinates positions) {
    StringBuilder text = new StringBuilder();
    for (double value : positions.toArray()) {
      text.append(text.length() == 0 ? "" : ",")
          .append(Double.isNaN(value) ? "-" : Long.toString(Math.round(value * 1000)));
    }
    return text.toString();
  }

  /**
   * Reads a library.
   *
   * @throws InputRefusedException if the file is no library of this version, is not whole or cannot
   *     be read
   */
  public static TemplateLibrary read(Path file) {
    try (BufferedReader lines = new BufferedReader(TextSource.open(file).reader())) {
      int count = count(file, lines.readLine());
      List<LibraryChain> chains = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        chains.add(parse(file, chains.size() + 2, line));
      }
      if (chains.size() != count) {
        throw new InputRefusedException(
            "%s: has %d chains, its first line says %d; build it again with trm rna library"
                .formatted(file, chains.size(), count));
      }
      return new TemplateLibrary(chains);
    } catch (IOException broken) {
      throw new InputRefusedException(
          "%s: cannot be read to its end (%s); build it again with trm rna library"
              .formatted(file, broken.getMessage()),
          broken);
    }
  }

  private static int count(Path file, String line) {
    if (line == null || !line.matches(MAGIC + "\\d{1,9}")) {
      throw new InputRefusedException(
          "%s:1: is no library, expected '%s<chains>'; build one with trm rna library"
              .formatted(file, MAGIC));
    }
    return Integer.parseInt(line.substring(MAGIC.length()));
  }

  private static LibraryChain parse(Path file, int line, String text) {
    String[] fields = text.split("\t", -1);
    try {
      if (fields.length != FIELDS) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "%d fields, expected %d", fields.length, FIELDS));
      }
      LibraryChain chain =
          new LibraryChain(
              fields[0],
              LocalDate.parse(fields[1]),
              fields[2],
              positions(fields[4]),
              PairTable.parse(fields[3]));
      if (chain.positions().size() != chain.sequence().length()
          || chain.pairs().length() != chain.sequence().length()) {
        throw new IllegalArgumentException("letters, pairs and positions differ in number");
      }
      return chain;
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw new InputRefusedException(
          "%s:%d: %s; build it again with trm rna library"
              .formatted(file, line, wrong.getMessage()),
          wrong);
    }
  }

  private static Coordinates positions(String text) {
    String[] values = text.split(",", -1);
    double[] xyz = new double[values.length];
    for (int i = 0; i < xyz.length; i++) {
      xyz[i] = values[i].equals("-") ? Double.NaN : Long.parseLong(values[i]) / 1000.0;
    }
    return Coordinates.of(xyz);
  }
}
