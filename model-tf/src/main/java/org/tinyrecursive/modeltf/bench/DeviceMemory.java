package org.tinyrecursive.modeltf.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tinyrecursive.modeltf.graph.Device;

/**
 * Memory of GPUs that a process holds. TensorFlow's sessions take memory as they need it and give
 * none back before the process ends, so what is held after some steps is the most that was.
 *
 * @param megabytes of all GPUs together, in MB (10⁶ bytes); null where it cannot be told
 * @param unknownBecause why not; null where it is told
 */
record DeviceMemory(Double megabytes, String unknownBecause) {
  private static final double MIB = 1.048576;

  /** NVIDIA's tool, which drivers come with. */
  private static final List<String> QUERY =
      List.of(
          "nvidia-smi",
          "--query-compute-apps=pid,used_gpu_memory",
          "--format=csv,noheader,nounits");

  /**
   * What this process holds now.
   *
   * @param devices that it computes on
   */
  static DeviceMemory ofThisProcess(List<Device> devices) {
    if (devices.get(0).kind() == Device.Kind.CPU) {
      return unknown("no GPU is used");
    }
    try {
      Process query = new ProcessBuilder(QUERY).redirectErrorStream(true).start();
      query.getOutputStream().close();
      String said = new String(query.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = query.waitFor();
      return code == 0
          ? of(said, ProcessHandle.current().pid())
          : unknown("nvidia-smi ended with %d: %s".formatted(code, said.strip()));
    } catch (IOException e) {
      return unknown("nvidia-smi cannot be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unknown("it was interrupted");
    }
  }

  /**
   * Reads the lines of nvidia-smi, such as {@code 4711, 1024}: one for each process and GPU.
   *
   * @param pid of the process that is asked for
   */
  static DeviceMemory of(String lines, long pid) {
    double mebibytes = 0;
    for (String line : lines.lines().toList()) {
      String[] fields = line.split(",", -1);
      if (fields.length == 2 && fields[0].strip().equals(Long.toString(pid))) {
        try {
          mebibytes += Double.parseDouble(fields[1].strip());
        } catch (NumberFormatException notTold) {
          return unknown("nvidia-smi says %s of this process".formatted(fields[1].strip()));
        }
      }
    }
    return mebibytes > 0
        ? new DeviceMemory(mebibytes * MIB, null)
        : unknown("nvidia-smi does not list this process, as in many containers");
  }

  private static DeviceMemory unknown(String reason) {
    return new DeviceMemory(null, reason);
  }
}
