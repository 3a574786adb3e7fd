package org.tinyrecursive.pipelines.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Measures what this process spends from now on.
 *
 * @param wallNanos when it was started
 * @param cpuNanos what all threads had spent by then
 */
record Stopwatch(long wallNanos, long cpuNanos) {
  private static final OperatingSystemMXBean CPU =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  static Stopwatch start() {
    return new Stopwatch(System.nanoTime(), CPU.getProcessCpuTime());
  }

  /** Spent until now. */
  Cost cost() {
    return new Cost(
        (System.nanoTime() - wallNanos) / 1e9, (CPU.getProcessCpuTime() - cpuNanos) / 1e9);
  }
}
