package org.tinyrecursive.workflows.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.transforms.InputRefusedException;
import picocli.CommandLine;

class ComputeOptionsTest {
  private static Compute compute(String... args) {
    ComputeOptions options = new ComputeOptions();
    new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("c", mixin(options)))
        .parseArgs(args);
    return options.compute();
  }

  private static CommandLine.Model.CommandSpec mixin(ComputeOptions options) {
    return CommandLine.Model.CommandSpec.forAnnotatedObject(options);
  }

  @Test
  void devicesAreTakenInTheOrderGivenAndThreadsAsGiven() {
    Compute compute = compute("--devices=cpu:1,cpu:0", "--threads=3");

    assertThat(compute.threads()).isEqualTo(3);
    assertThat(compute.devices()).extracting(Object::toString).hasSize(2);
    assertThat(compute.devices().get(0)).isEqualTo(compute("--devices=cpu:1").devices().get(0));
  }

  @Test
  void withoutOptionsAllCoresAreOneDevice() {
    Compute compute = compute();

    assertThat(compute.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(compute.devices()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --threads=0         | --threads is 0, allowed: 1 and above
          --devices=tpu:0     | --devices is tpu:0: 'tpu:0' is no device; give a list such as cpu:0,cpu:1 or gpu:0,gpu:1
          --devices=cpu       | --devices is cpu: 'cpu' is no device; give a list such as cpu:0,cpu:1 or gpu:0,gpu:1
          --devices=gpu:99    | --devices names gpu:99
          """)
  void hardwareThatIsNotThereIsRefused(String argument, String message) {
    assertThatThrownBy(() -> compute(argument))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageStartingWith(message);
  }
}
