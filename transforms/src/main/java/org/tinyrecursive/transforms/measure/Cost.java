package org.tinyrecursive.transforms.measure;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What some work of this process took.
 *
 * @param seconds by the clock
 * @param cpuSeconds of all threads together, which hardly depends on what else the machine does
 */
public record Cost(double seconds, double cpuSeconds) {
  private static final OperatingSystemMXBean CPU =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Work that gives a value and may fail. */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    /** Does it. */
    T run() throws E;
  }

  /** A value and what it took. */
  public record Measured<T>(T value, Cost cost) {}

  /** Does the work and measures it; other work of this process meanwhile counts as well. */
  public static <T, E extends Exception> Measured<T> measure(Work<T, E> work) throws E {
    long start = System.nanoTime();
    long cpuStart = CPU.getProcessCpuTime();
    T value = work.run();
    return new Measured<>(
        value,
        new Cost((System.nanoTime() - start) / 1e9, (CPU.getProcessCpuTime() - cpuStart) / 1e9));
  }

  /** What this process has taken since it was started. */
  public static Cost sinceProcessStart() {
    return new Cost(
        ManagementFactory.getRuntimeMXBean().getUptime() / 1e3, CPU.getProcessCpuTime() / 1e9);
  }

  /** Both, one after the other. */
  public Cost plus(Cost other) {
    return new Cost(seconds + other.seconds, cpuSeconds + other.cpuSeconds);
  }

  /** How much more this is than another; none where it is less. */
  public Cost beyond(Cost other) {
    return new Cost(
        Math.max(0, seconds - other.seconds), Math.max(0, cpuSeconds - other.cpuSeconds));
  }

  /** So many times this. */
  public Cost times(double factor) {
    return new Cost(factor * seconds, factor * cpuSeconds);
  }
}
