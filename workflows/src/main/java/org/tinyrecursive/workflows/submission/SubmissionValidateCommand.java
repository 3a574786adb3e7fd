package org.tinyrecursive.workflows.submission;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.workflows.cli.Counted;
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
      paramLabel = "arc|rna",
      description = "competition whose format the file must have")
  private SubmissionTask task;

  @Option(
      names = "--submission",
      required = true,
      paramLabel = "FILE",
      description = "the file to check: JSON for arc; CSV, plain or .gz, for rna")
  private Path submission;

  @Option(
      names = "--challenges",
      paramLabel = "JSON",
      description = "arc: the challenges file that it answers, or test_puzzles.json of a dataset")
  private Path challenges;

  @Option(
      names = "--sequences",
      paramLabel = "CSV",
      description = "rna: the competition's sequences file that it answers")
  private Path sequences;

  @Mixin private ResultOptions result;

  /**
   * What was found; keys of the JSON result.
   *
   * @param targets tasks of arc, targets of rna
   * @param rows answered test inputs of arc, rows of rna
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
  public Integer call() throws IOException {
    List<String> problems = new ArrayList<>();
    long[] count = {0};
    CheckedSubmission checked =
        check(
            problem -> {
              if (count[0]++ < MOST_PRINTED) {
                problems.add(problem);
              }
            });
    Findings findings =
        new Findings(
            task.name().toLowerCase(Locale.ROOT),
            submission.toString(),
            count[0] == 0,
            checked.targets(),
            checked.rows(),
            count[0],
            problems);
    if (result.format() == ResultFormat.JSON || findings.valid()) {
      result.print(() -> text(findings), findings);
    } else {
      result.err().println(text(findings));
    }
    return findings.valid() ? ExitCode.DONE : ExitCode.INPUT_REFUSED;
  }

  private CheckedSubmission check(Consumer<String> problems) throws IOException {
    return switch (task) {
      case ARC -> {
        refuseOther("--sequences", sequences);
        yield CheckedSubmission.ofArc(submission, required("--challenges", challenges), problems);
      }
      case RNA -> {
        refuseOther("--challenges", challenges);
        yield CheckedSubmission.ofRna(submission, required("--sequences", sequences), problems);
      }
    };
  }

  private void refuseOther(String option, Path given) {
    if (given != null) {
      throw new InputRefusedException(
          "%s is %s, but --task %s has no such file; leave it out"
              .formatted(option, given, task.name().toLowerCase(Locale.ROOT)));
    }
  }

  private Path required(String option, Path given) {
    if (given == null) {
      throw new InputRefusedException(
          "%s is missing: --task %s compares the submission with that file"
              .formatted(option, task.name().toLowerCase(Locale.ROOT)));
    }
    return given;
  }

  private static String text(Findings findings) {
    if (findings.valid()) {
      return String.format(
          Locale.ROOT,
          findings.task().equals("arc")
              ? "%s is valid: two attempts for each of %s of %s."
              : "%s is valid: %s for %s.",
          findings.submission(),
          Counted.of(findings.rows(), findings.task().equals("arc") ? "test input" : "row"),
          Counted.of(findings.targets(), findings.task().equals("arc") ? "task" : "target"));
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
                "%s is not valid: %,d %s.",
                findings.submission(),
                findings.problemCount(),
                findings.problemCount() == 1 ? "problem" : "problems"))
        .toString();
  }
}
