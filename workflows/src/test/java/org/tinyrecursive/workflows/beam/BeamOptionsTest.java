package org.tinyrecursive.workflows.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunnerChoice;
import org.tinyrecursive.transforms.InputRefusedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

class BeamOptionsTest {
  /** A command with options of Beam and one of its own. */
  @Command(preprocessor = BeamArguments.class)
  static final class Build implements Callable<Integer> {
    @Mixin private BeamOptions beam;

    @Option(names = "--shards", description = "its own")
    private int shards;

    @Override
    public Integer call() {
      return shards;
    }
  }

  private static BeamSettings settings(String... args) {
    Build build = new Build();
    new CommandLine(build).parseArgs(args);
    return build.beam.settings();
  }

  @Test
  void namesAfterThePrefixAreBeamsOwnAndMayHoldEqualSigns() {
    BeamSettings settings =
        settings(
            "--beam.flinkMaster=host:8081",
            "--shards=3",
            "--beam.labels={\"a\":\"b=c\"}",
            "--runner=flink");

    assertThat(settings.runner()).isEqualTo(RunnerChoice.FLINK);
    assertThat(settings.options())
        .containsEntry("flinkMaster", "host:8081")
        .containsEntry("labels", "{\"a\":\"b=c\"}")
        .hasSize(2);
  }

  @Test
  void withoutOptionsItRunsHereOnAllCores() {
    assertThat(settings().runner()).isEqualTo(RunnerChoice.DIRECT);
    assertThat(settings().workers()).isEmpty();
    assertThat(settings("--workers=3").workers()).hasValue(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --runner=spark | --runner is 'spark', allowed: direct, flink-local, flink, dataflow
          --workers=0    | --workers is 0, allowed: 1 and above
          """)
  void whatBeamCannotBeToldIsRefused(String argument, String message) {
    assertThatThrownBy(() -> settings(argument))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(message);
  }
}
