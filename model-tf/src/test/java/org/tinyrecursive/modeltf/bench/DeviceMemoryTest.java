package org.tinyrecursive.modeltf.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tinyrecursive.modeltf.graph.Device;

class DeviceMemoryTest {
  @Test
  void whatAProcessHoldsOfAllGpusIsAddedUp() {
    DeviceMemory found = DeviceMemory.of("11, 512\n4711, 1000\n4711, 24\n", 4711);

    assertThat(found.megabytes()).isCloseTo(1024 * 1.048576, within(1e-9));
    assertThat(found.unknownBecause()).isNull();
  }

  @Test
  void aProcessThatIsNotListedIsUnknownNotZero() {
    DeviceMemory found = DeviceMemory.of("11, 512\n", 4711);

    assertThat(found.megabytes()).isNull();
    assertThat(found.unknownBecause()).contains("does not list this process");
    assertThat(DeviceMemory.of("", 4711).megabytes()).isNull();
  }

  @Test
  void aNumberThatTheDriverKeepsBackIsUnknown() {
    DeviceMemory found = DeviceMemory.of("4711, [N/A]\n", 4711);

    assertThat(found.megabytes()).isNull();
    assertThat(found.unknownBecause()).isEqualTo("nvidia-smi says [N/A] of this process");
  }

  @Test
  void processorsHaveNone() {
    assertThat(DeviceMemory.ofThisProcess(Device.parseList("cpu:0,cpu:1")).unknownBecause())
        .isEqualTo("no GPU is used");
  }
}
