package org.tinyrecursive.workflows.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The option {@code --format} and the way to print a result. Use it as a {@code @Mixin}.
 *
 * <p>JSON results are records or maps; record components become snake_case keys, so name them with
 * their unit: {@code peakRssMb}.
 */
public final class ResultOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description = "result for people, or one JSON object as the last line of stdout",
      defaultValue = "text")
  private ResultFormat format;

  /** The chosen format. */
  public ResultFormat format() {
    return format;
  }

  /** Where the result goes: stdout. */
  public PrintWriter out() {
    return command.commandLine().getOut();
  }

  /** Where progress goes: stderr. */
  public PrintWriter err() {
    return command.commandLine().getErr();
  }

  /**
   * Prints the result in the chosen format.
   *
   * @param text the result for people, without a last line break; asked for only if needed
   * @param json a record or map
   */
  public void print(Supplier<String> text, Object json) {
    format.print(out(), text, json);
  }
}
