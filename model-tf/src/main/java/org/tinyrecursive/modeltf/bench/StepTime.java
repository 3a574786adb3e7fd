package org.tinyrecursive.modeltf.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a step took.
 *
 * @param milliseconds by the clock
 * @param cpuMilliseconds of all threads of this process together, which hardly depends on what else
 *     the machine does
 */
record StepTime(double milliseconds, double cpuMilliseconds) {
  private static final OperatingSystemMXBean CPU =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Runs a step and measures it. */
  static StepTime of(Runnable step) {
    long cpu = CPU.getProcessCpuTime();
    long start = System.nanoTime();
    step.run();
    return new StepTime((System.nanoTime() - start) / 1e6, (CPU.getProcessCpuTime() - cpu) / 1e6);
  }
}
