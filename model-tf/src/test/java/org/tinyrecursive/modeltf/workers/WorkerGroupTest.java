package org.tinyrecursive.modeltf.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.transforms.InputRefusedException;

class WorkerGroupTest {
  @Test
  void addressesKeepTheirOrder() {
    WorkerGroup group = group("one:7000, [::1]:7001", 1);

    assertThat(group.addresses()).hasToString("[one:7000, [::1]:7001]");
    assertThat(group.leads()).isFalse();
    assertThat(group.name(0)).isEqualTo("worker 0 (one:7000)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one | 0 | 'one' is no address",
        "one:7000, | 0 | '' is no address",
        "one:0 | 0 | 'one:0' is no address",
        "one:70000 | 0 | port of 1 to 65535",
        "one:7000,one:7000 | 0 | listed twice",
        "one:7000,two:7000 | 2 | --worker-index is 2",
        "one:7000 | -1 | lists 1 workers"
      })
  void whatIsNoGroupIsRefused(String list, int index, String why) {
    assertThatThrownBy(() -> group(list, index))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining(why);
  }

  private static WorkerGroup group(String list, int index) {
    return WorkerGroup.parse(list, index, WorkerGroup.TIMEOUT, "");
  }
}
