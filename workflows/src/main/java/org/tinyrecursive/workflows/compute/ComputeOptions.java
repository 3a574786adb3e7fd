package org.tinyrecursive.workflows.compute;

import java.util.List;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.graph.Device;
import org.tinyrecursive.modeltf.graph.LocalDevices;
import org.tinyrecursive.workflows.cli.OptionRange;
import picocli.CommandLine.Option;

/** The options that say what a command computes on. */
public final class ComputeOptions {
  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "threads of one operation; default: all cores. The same number gives the same bits")
  private Integer threads;

  @Option(
      names = "--devices",
      paramLabel = "LIST",
      description =
          "devices that share every batch evenly, such as gpu:0,gpu:1 or cpu:0,cpu:1; default: all"
              + " GPUs, else the processor as one")
  private String devices;

  /**
   * The hardware they name.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if this machine has no such device
   */
  public Compute compute() {
    if (threads != null) {
      OptionRange.atLeast("--threads", threads, 1);
    }
    List<Device> chosen =
        devices == null ? LocalDevices.all() : LocalDevices.check(Device.parseList(devices));
    return new Compute(
        threads == null ? Runtime.getRuntime().availableProcessors() : threads, chosen);
  }
}
