package org.tinyrecursive.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinyrecursive.workflows.cli.ExitCode;

class CommandsTest {
  private static final Pattern DEFAULT = Pattern.compile("[Dd]efault[: ]");

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

  @ParameterizedTest
  @MethodSource("commands")
  void everyOptionTellsItsDefaultOnce(List<String> words) {
    Object[] help = Stream.concat(words.stream(), Stream.of("--help")).toArray();

    for (String option : Trm.run(help).out().split("\\R(?= {2,6}-)", -1)) {
      assertThat(DEFAULT.matcher(option).results().count()).as(option).isLessThanOrEqualTo(1);
    }
  }

  /** The last two letters are swapped, and a value is given, as whoever mistypes does. */
  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandOffersTheNearestNameForAMisspeltOption(List<String> words) {
    Object[] help = Stream.concat(words.stream(), Stream.of("--help")).toArray();
    for (String option : options(Trm.run(help).out())) {
      int last = option.length() - 1;
      String misspelt =
          option.substring(0, last - 1) + option.charAt(last) + option.charAt(last - 1);
      if (misspelt.equals(option)) {
        continue;
      }
      Trm wrong = Trm.run(Stream.concat(words.stream(), Stream.of(misspelt + "=x")).toArray());
      assertThat(wrong.code()).as(misspelt).isEqualTo(ExitCode.USAGE);
      assertThat(wrong.err())
          .contains("'" + misspelt + "=x'")
          .containsPattern("Did you mean .*" + option);
    }
  }

  /** Options that the help names, but those that every command has. */
  private static List<String> options(String help) {
    return Pattern.compile("^ {2,6}(?:-\\w, )?(--[a-z-]{5,})", Pattern.MULTILINE)
        .matcher(help)
        .results()
        .map(found -> found.group(1))
        .filter(option -> !option.equals("--help"))
        .distinct()
        .toList();
  }
}
