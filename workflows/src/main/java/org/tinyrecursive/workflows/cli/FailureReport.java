package org.tinyrecursive.workflows.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tinyrecursive.transforms.InputRefusedException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * What a failed command says: a refused input in its own words; anything else as a short chain of
 * causes, with the whole trace in a file or, with {@code --stacktrace}, on stderr.
 */
final class FailureReport implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult result) {
    return print(failure, command.getErr(), showsTrace(result));
  }

  static int print(Throwable failure, PrintWriter err, boolean showTrace) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InputRefusedException) {
        err.println("refused: " + cause.getMessage());
        if (showTrace) {
          failure.printStackTrace(err);
        }
        return ExitCode.INPUT_REFUSED;
      }
    }
    err.println("failed: " + describe(failure));
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      err.println("  because: " + describe(cause));
    }
    if (showTrace) {
      failure.printStackTrace(err);
    } else {
      err.println("Details: " + whereTraceWent(failure));
    }
    return ExitCode.FAILED;
  }

  private static boolean showsTrace(ParseResult result) {
    ParseResult root = result;
    for (ParseResult part = result; part != null; part = part.subcommand()) {
      if (part.hasMatchedOption("--stacktrace")) {
        return true;
      }
    }
    return root.originalArgs().contains("--stacktrace");
  }

  private static String describe(Throwable failure) {
    String type = failure.getClass().getSimpleName();
    return failure.getMessage() == null ? type : type + ": " + failure.getMessage();
  }

  private static String whereTraceWent(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    try {
      Path file = Files.createTempFile("trm-failure-", ".txt");
      Files.writeString(file, trace.toString());
      return file + " (or run again with --stacktrace)";
    } catch (IOException unwritable) {
      return "run again with --stacktrace (no file could be written: " + unwritable + ")";
    }
  }
}
