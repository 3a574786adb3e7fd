package org.tinyrecursive.workflows.submission;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tinyrecursive.rna.io.SequencesCsv;
import org.tinyrecursive.rna.io.SubmissionValidator;
import org.tinyrecursive.rna.io.TextSource;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultFormat;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says everything that is wrong with a submission. */
@Command
public final class SubmissionValidateCommand implements Callable<Integer> {
  private static final int MOST_PRINTED = 100;

  @Option(
      names = "--task",
      required = true,
      paramLabel = "rna",
      description = "competition whose format the file must have")
  private SubmissionTask task;

  @Option(
      names = "--submission",
      required = true,
      paramLabel = "CSV",
      description = "the file to check, plain or .gz")
  private Path submission;

  @Option(
      names = "--sequences",
      required = true,
      paramLabel = "CSV",
      description = "the competition's sequences file that it answers")
  private Path sequences;

  @Mixin private ResultOptions result;

  /**
   * What was found; keys of the JSON result.
   *
   * @param problems the first hundred
   */
  record Findings(
      String task,
      String submission,
      boolean valid,
      int targets,
      long rows,
      long problemCount,
      List<String> problems) {}

  @Override
  public Integer call() {
    List<RnaTarget> targets = SequencesCsv.readAll(TextSource.open(sequences));
    List<String> problems = new ArrayList<>();
    long[] count = {0};
    long rows =
        SubmissionValidator.validate(
            TextSource.open(submission),
            targets,
            problem -> {
              if (count[0]++ < MOST_PRINTED) {
                problems.add(problem.toString());
              }
            });
    Findings findings =
        new Findings(
            task.name().toLowerCase(Locale.ROOT),
            submission.toString(),
            count[0] == 0,
            targets.size(),
            rows,
            count[0],
            problems);
    if (result.format() == ResultFormat.JSON || findings.valid()) {
      result.print(() -> text(findings), findings);
    } else {
      result.err().println(text(findings));
    }
    return findings.valid() ? ExitCode.DONE : ExitCode.INPUT_REFUSED;
  }

  private static String text(Findings findings) {
    if (findings.valid()) {
      return String.format(
          Locale.ROOT,
          "%s is valid: %,d rows for %,d targets.",
          findings.submission(),
          findings.rows(),
          findings.targets());
    }
    StringBuilder text = new StringBuilder();
    findings.problems().forEach(problem -> text.append(problem).append(System.lineSeparator()));
    if (findings.problemCount() > findings.problems().size()) {
      text.append(
          String.format(
              Locale.ROOT,
              "… and %,d more%n",
              findings.problemCount() - findings.problems().size()));
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "%s is not valid: %,d problems.",
                findings.submission(),
                findings.problemCount()))
        .toString();
  }
}
