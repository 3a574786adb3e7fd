package org.tinyrecursive.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.tinyrecursive.workflows.cli.ExitCode;

/**
 * A command that has run in this process.
 *
 * @param code its exit code
 * @param out what it printed on stdout
 * @param err what it printed on stderr
 */
public record Trm(int code, String out, String err) {
  /** Runs a command; arguments are taken as text. */
  public static Trm run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Commands.tree()
            .run(
                new PrintWriter(out),
                new PrintWriter(err),
                Arrays.stream(args).map(Object::toString).toArray(String[]::new));
    return new Trm(code, out.toString(), err.toString());
  }

  /** It has done what was asked. */
  public Trm requireDone() {
    assertThat(code).as(err).isEqualTo(ExitCode.DONE);
    return this;
  }

  /** The last line of its output, read as JSON. */
  public JsonNode json() {
    try {
      return new ObjectMapper().readTree(out.lines().reduce("", (a, b) -> b));
    } catch (IOException noJson) {
      throw new UncheckedIOException(noJson);
    }
  }
}
