package org.tinyrecursive.workflows.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.InputRefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

class CommandTreeTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Command
  static final class Sleep implements Callable<Integer> {
    @Mixin private ResultOptions result;

    @Option(names = "--for", description = "how long", defaultValue = "1s")
    private Duration length;

    @Option(names = "--fail", description = "how to fail", defaultValue = "")
    private String failure;

    @Override
    public Integer call() throws Exception {
      switch (failure) {
        case "input" -> throw new IllegalStateException(new InputRefusedException("a.csv:3: no"));
        case "bug" -> throw new IllegalStateException("broken", new java.io.IOException("disk"));
        case "native" -> throw new UnsatisfiedLinkError("libtensorflow.so");
        default -> result.print(() -> "slept " + length, Map.of("seconds", length.toSeconds()));
      }
      return ExitCode.DONE;
    }
  }

  @Command
  static final class DeepSleep implements Callable<Integer> {
    @Option(names = "--depth", required = true, description = "how deep")
    private int depth;

    @Override
    public Integer call() {
      return depth;
    }
  }

  @Test
  void aSecondWordNamesACommandBehindACommand() {
    assertThat(run("sleep", "deep", "--depth", "3")).isEqualTo(3);
    assertThat(run("sleep", "--for", "2s")).isEqualTo(ExitCode.DONE);
    assertThat(run("sleep", "--fail", "deep")).isEqualTo(ExitCode.DONE);
    assertThat(run("help", "sleep")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("a command behind a command");
  }

  private int run(String... args) {
    List<CommandEntry> entries =
        List.of(
            CommandEntry.of("sleep", "do nothing", () -> new Sleep()),
            CommandEntry.of("sleep deep", "a command behind a command", () -> new DeepSleep()),
            CommandEntry.of("dream big", "never loaded", CommandTreeTest::refuseToLoad));
    CommandTree tree =
        new CommandTree("trm", "Test.", List.of(new CommandGroup("dream", "dreams")), entries);
    return tree.run(new PrintWriter(out), new PrintWriter(err), args);
  }

  private static Callable<Integer> refuseToLoad() {
    throw new AssertionError("loaded without need");
  }

  @Test
  void helpNamesEveryCommandAndLoadsNone() {
    assertThat(run("--help")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("sleep", "do nothing", "dream", "dreams");
  }

  @Test
  void helpOfAGroupNamesItsCommandsAndLoadsNone() {
    assertThat(run("help", "dream")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("big", "never loaded");
  }

  @Test
  void noArgumentsShowTheHelp() {
    assertThat(run()).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("Usage: trm");
  }

  @Test
  void helpOfACommandNamesItsOptionsAndDefaults() {
    assertThat(run("help", "sleep")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString()).contains("do nothing.", "--for", "Default: 1s", "--format");
  }

  @Test
  void theResultIsPrintedAsTextOrAsJson() {
    assertThat(run("sleep", "--for", "1m30s")).isEqualTo(ExitCode.DONE);
    assertThat(run("sleep", "--for=1m30s", "--format", "json")).isEqualTo(ExitCode.DONE);
    assertThat(out.toString().lines()).containsExactly("slept PT1M30S", "{\"seconds\":90}");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aWrongCommandLineExitsWith2AndPointsToTheHelp() {
    assertThat(run("slep")).isEqualTo(ExitCode.USAGE);
    assertThat(run("sleep", "--fro", "2s")).isEqualTo(ExitCode.USAGE);
    assertThat(run("sleep", "--for", "soon")).isEqualTo(ExitCode.USAGE);
    assertThat(run("dream")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .contains("trm sleep", "--for", "'soon' is not a duration", "a command is missing")
        .contains("Try: trm sleep --help");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anOptionOfFewNamesListsThemAsTheyAreTyped() {
    assertThat(run("sleep", "--format", "yaml")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            "trm sleep: --format is 'yaml', allowed: text, json\nTry: trm sleep --help\n");
  }

  @Test
  void aGroupWithoutACommandNamesItsCommands() {
    assertThat(run("dream")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).startsWith("trm dream: a command is missing, one of: big");
  }

  @Test
  void aRefusedInputExitsWith3InItsOwnWords() {
    assertThat(run("sleep", "--fail", "input")).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString().strip()).isEqualTo("refused: a.csv:3: no");
  }

  @Test
  void anotherFailureExitsWith1AndNamesItsCausesAndWhereTheTraceIs() {
    assertThat(run("sleep", "--fail", "bug")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .contains("failed: IllegalStateException: broken", "because: IOException: disk", "Details:")
        .doesNotContain("\tat ");
  }

  @Test
  void theTraceIsPrintedWhereAskedFor() {
    assertThat(run("sleep", "--fail", "bug", "--stacktrace")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("\tat ", "Caused by: java.io.IOException: disk");
  }

  @Test
  void aMissingNativeLibraryIsReportedLikeAnyFailure() {
    assertThat(run("sleep", "--fail", "native")).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString()).contains("failed: UnsatisfiedLinkError: libtensorflow.so");
  }
}
