package org.tinyrecursive.workflows.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
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
    err.println(name + ": " + inOurWords(failure));
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

  /** Of an option that takes one of few names: these, as they are typed. */
  private static String inOurWords(ParameterException failure) {
    if (failure.getArgSpec() instanceof OptionSpec option
        && option.type().isEnum()
        && failure.getValue() != null) {
      return "%s is '%s', allowed: %s"
          .formatted(
              option.longestName(),
              failure.getValue(),
              Arrays.stream(option.type().getEnumConstants())
                  .map(constant -> typed((Enum<?>) constant))
                  .collect(Collectors.joining(", ")));
    }
    return failure.getMessage();
  }

  private static String typed(Enum<?> constant) {
    return constant.toString().equals(constant.name())
        ? constant.name().toLowerCase(Locale.ROOT)
        : constant.toString();
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
