package org.tinyrecursive.workflows.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An NVIDIA GPU, its driver, and each library of CUDA 12 and cuDNN 9 by name. What is missing is no
 * problem: TensorFlow then uses the CPU.
 */
final class GpuCheck implements Check {
  /** What the GPU build of TensorFlow 2.18 opens. */
  static final List<String> LIBRARIES =
      List.of(
          "libcudart.so.12",
          "libcublas.so.12",
          "libcublasLt.so.12",
          "libcufft.so.11",
          "libcusolver.so.11",
          "libcusparse.so.12",
          "libcupti.so.12",
          "libnvJitLink.so.12",
          "libcudnn.so.9");

  private static final String NOT_USED =
      "TensorFlow computes on the CPU unless trm was built with -Pgpu (docs/gpu.md)";

  private final Path driverVersion;
  private final Path devices;
  private final List<Path> folders;

  /**
   * @param driverVersion {@code /proc/driver/nvidia/version}
   * @param devices {@code /dev}
   * @param folders where libraries are looked for, first match wins
   */
  GpuCheck(Path driverVersion, Path devices, List<Path> folders) {
    this.driverVersion = driverVersion;
    this.devices = devices;
    this.folders = List.copyOf(folders);
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    long gpus = countDevices();
    Optional<String> driver =
        TextFile.lines(driverVersion).filter(lines -> !lines.isEmpty()).map(lines -> lines.get(0));
    findings.add(gpu(gpus, driver));
    Map<String, Optional<Path>> libraries = new LinkedHashMap<>();
    libraries.put("libcuda.so.1", find("libcuda.so.1"));
    LIBRARIES.forEach(name -> libraries.put(name, find(name)));
    libraries.forEach((name, where) -> findings.add(library(name, where, gpus > 0)));
    return findings;
  }

  private Finding gpu(long gpus, Optional<String> driver) {
    if (gpus == 0) {
      return Finding.note("gpu", "none found", "nothing to do: training runs on the CPU");
    }
    String found = gpus + " NVIDIA, driver: " + driver.orElse("not loaded");
    return Finding.note(
        "gpu",
        found,
        driver.isPresent()
            ? NOT_USED
            : "install the NVIDIA driver, 525 or newer (CUDA 12); " + NOT_USED);
  }

  private static Finding library(String name, Optional<Path> where, boolean hasGpu) {
    if (where.isPresent()) {
      return Finding.ok(name, where.get().toString());
    }
    if (!hasGpu) {
      return Finding.note(name, "missing; not needed without a GPU", "");
    }
    return Finding.note(
        name,
        "missing",
        name.equals("libcuda.so.1")
            ? "for the GPU: it comes with the NVIDIA driver, install that"
            : "for the GPU: install %s and add its folder to LD_LIBRARY_PATH"
                .formatted(name.startsWith("libcudnn") ? "cuDNN 9 for CUDA 12" : "CUDA 12"));
  }

  private long countDevices() {
    try (Stream<Path> files = Files.list(devices)) {
      return files.filter(file -> file.getFileName().toString().matches("nvidia\\d+")).count();
    } catch (IOException unreadable) {
      return 0;
    }
  }

  private Optional<Path> find(String library) {
    return folders.stream()
        .map(folder -> folder.resolve(library))
        .filter(Files::exists)
        .findFirst();
  }
}
