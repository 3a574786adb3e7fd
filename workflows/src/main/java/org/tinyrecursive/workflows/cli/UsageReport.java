package org.tinyrecursive.workflows.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What a wrong command line gets: the mistake, the nearest names, and where the help is. */
final class UsageReport implements IParameterExceptionHandler {
  /** More names than this are no help. */
  private static final int NAMES = 3;

  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    String name = command.getCommandSpec().qualifiedName();
    err.println(name + ": " + failure.getMessage());
    // Where a command hands its arguments on, they are unknown to whom they were for.
    CommandLine asked =
        failure.getCause() instanceof ParameterException mistake
            ? mistake.getCommandLine()
            : command;
    suggest(asked, failure.getMessage(), err);
    err.println("Try: " + name + " --help");
    err.flush();
    return ExitCode.USAGE;
  }

  /** A needed option that is missing is most often there, misspelt. */
  private static void suggest(CommandLine asked, String said, PrintWriter err) {
    for (String unknown : asked.getUnmatchedArguments()) {
      List<String> names = new UnmatchedArgumentException(asked, List.of(unknown)).getSuggestions();
      if (!names.isEmpty()) {
        err.println(
            (said.contains("'" + unknown + "'") ? "" : "Unknown option: '" + unknown + "'. ")
                + "Did you mean "
                + String.join(" or ", names.subList(0, Math.min(NAMES, names.size())))
                + "?");
      }
    }
  }
}
