package org.tinyrecursive.pipelines.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.InputRefusedException;

class BeamSettingsTest {
  @Test
  void workThatTakesAllCoresHasOneWorkerInThisProcessUnlessToldOtherwise() {
    assertThat(BeamSettings.direct().withOneDirectWorker().workers()).hasValue(1);
    assertThat(BeamSettings.direct(3).withOneDirectWorker().workers()).hasValue(3);
  }

  @Test
  void aClusterKeepsAllItsSlots() {
    assertThat(BeamSettings.on(RunnerChoice.FLINK).withOneDirectWorker().workers()).isEmpty();
  }

  @Test
  void noWorkerAtAllIsRefused() {
    assertThatThrownBy(() -> BeamSettings.direct(0))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage("--workers is 0, allowed: 1 and above");
  }
}
