package org.tinyrecursive.workflows.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.InputRefusedException;
import picocli.CommandLine;

class WorkerOptionsTest {
  private static WorkerOptions parse(String... arguments) {
    return CommandLine.populateCommand(new WorkerOptions(), arguments);
  }

  @Test
  void anIndexWithoutWorkersIsRefused() {
    assertThatThrownBy(() -> parse("--worker-index=1").group())
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(
            "--worker-index is 1, but there is no --workers to list them; give both or none");
  }

  @Test
  void workersWithoutAnIndexAreRefused() {
    assertThatThrownBy(() -> parse("--workers=one:7000,two:7000").group())
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("say with --worker-index, from 0, which of them this process is");
  }

  @Test
  void neitherMeansToWorkAlone() {
    assertThat(parse().group()).isEmpty();
  }

  @Test
  void bothNameTheGroupAndThePlaceInIt() {
    assertThat(parse("--workers=one:7000,two:7000", "--worker-index=1").group())
        .hasValueSatisfying(
            group -> {
              assertThat(group.size()).isEqualTo(2);
              assertThat(group.index()).isEqualTo(1);
              assertThat(group.leads()).isFalse();
            });
  }
}
