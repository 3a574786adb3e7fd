package org.tinyrecursive.modeltf.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.modeltf.graph.Device.Kind;
import org.tinyrecursive.transforms.InputRefusedException;

class DeviceTest {
  @Test
  void aListNamesDevicesInItsOrder() {
    assertThat(Device.parseList("cpu:1, CPU:0"))
        .containsExactly(new Device(Kind.CPU, 1), new Device(Kind.CPU, 0));
    assertThat(new Device(Kind.GPU, 3)).hasToString("gpu:3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tpu:0 | 'tpu:0' is no device",
        "cpu:0, | '' is no device",
        "cpu | 'cpu' is no device",
        "gpu:-1 | 'gpu:-1' is no device",
        "cpu:0,cpu:0 | cpu:0 is named twice",
        "cpu:0,gpu:0 | devices of one sort"
      })
  void whatIsNoListOfDevicesIsRefused(String text, String why) {
    assertThatThrownBy(() -> Device.parseList(text))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("--devices is " + text)
        .hasMessageContaining(why);
  }

  @Test
  void aGpuThatIsNotThereIsRefusedWithWhatIs() {
    assertThatThrownBy(() -> LocalDevices.check(List.of(new Device(Kind.GPU, 77))))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("--devices names gpu:77")
        .hasMessageContaining("give --devices");
  }

  @Test
  void thereIsAlwaysADevice() {
    assertThat(LocalDevices.all()).isNotEmpty();
    assertThat(LocalDevices.check(Device.parseList("cpu:5"))).hasSize(1);
  }
}
