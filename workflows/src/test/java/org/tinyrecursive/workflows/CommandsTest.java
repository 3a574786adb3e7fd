package org.tinyrecursive.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinyrecursive.workflows.cli.ExitCode;

class CommandsTest {
  static Stream<List<String>> commands() {
    return Commands.entries().stream().map(entry -> entry.words());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandExplainsItself(List<String> words) {
    StringWriter out = new StringWriter();
    String[] args = Stream.concat(words.stream(), Stream.of("--help")).toArray(String[]::new);

    int code = Commands.tree().run(new PrintWriter(out), new PrintWriter(out), args);

    assertThat(code).isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .startsWith("Usage: trm " + String.join(" ", words))
        .doesNotContain("Default: []");
  }
}
