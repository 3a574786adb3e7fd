package org.tinyrecursive.workflows.rna;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tinyrecursive.rna.io.TextSource;
import org.tinyrecursive.rna.template.LibraryBuild;
import org.tinyrecursive.rna.template.LibraryFile;
import org.tinyrecursive.rna.template.TemplateLibrary;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.workflows.cli.Counted;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the library that structures are predicted from. */
@Command
public final class RnaLibraryCommand implements Callable<Integer> {
  @Option(
      names = "--sequences",
      required = true,
      paramLabel = "CSV",
      description = "sequences of known structures, as the competition has them; plain or .gz")
  private Path sequences;

  @Option(
      names = "--labels",
      required = true,
      paramLabel = "CSV",
      description = "their C1' positions; plain or .gz")
  private Path labels;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FILE",
      description = "the library to write, such as rna-library.gz")
  private Path output;

  @Option(
      names = "--before",
      paramLabel = "DATE",
      description = "only structures released before this day, such as 2018-01-01")
  private LocalDate before;

  @Mixin private ResultOptions result;

  /** What was written; keys of the JSON result. */
  record Built(String library, int chains, long residues) {}

  @Override
  public Integer call() {
    TemplateLibrary all = LibraryBuild.fromCsv(TextSource.open(sequences), TextSource.open(labels));
    TemplateLibrary library = before == null ? all : all.before(before);
    if (library.chains().isEmpty()) {
      throw new InputRefusedException(
          before == null
              ? labels + " holds no structure, so the library would be empty; check --labels"
              : "--before %s leaves none of %s; give a later day"
                  .formatted(before, Counted.of(all.chains().size(), "chain")));
    }
    try {
      LibraryFile.write(output, library);
    } catch (IOException failed) {
      throw new InputRefusedException(
          "--output %s cannot be written: %s; free space or choose another place"
              .formatted(output, failed.getMessage()),
          failed);
    }
    long residues =
        library.chains().stream().mapToLong(chain -> chain.positions().resolved()).sum();
    Built built = new Built(output.toString(), library.chains().size(), residues);
    result.print(() -> text(built), built);
    return ExitCode.DONE;
  }

  private static String text(Built b) {
    return String.format(
        Locale.ROOT,
        "Library of %s, %s: %s%n",
        Counted.of(b.chains(), "chain"),
        Counted.of(b.residues(), "residue"),
        b.library());
  }
}
