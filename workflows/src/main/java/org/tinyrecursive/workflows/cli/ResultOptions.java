package org.tinyrecursive.workflows.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
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
    out().println(format == ResultFormat.JSON ? toJson(json) : text.get());
    out().flush();
  }

  private static String toJson(Object value) {
    ObjectMapper mapper = new ObjectMapper();
    mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    mapper.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException unprintable) {
      throw new IllegalStateException("the result cannot be printed as JSON", unprintable);
    }
  }
}
