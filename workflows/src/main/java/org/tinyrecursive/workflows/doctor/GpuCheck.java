package org.tinyrecursive.workflows.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tinyrecursive.modeltf.nativelib.NativeTensorFlow.Build;

/**
 * An NVIDIA GPU, its driver, and each library of CUDA 12 and cuDNN 9 by name. What is missing is no
 * problem: TensorFlow then uses the CPU.
 */
final class GpuCheck implements Check {
  /** What the GPU build of TensorFlow 2.18 opens, and the Python wheel that brings it. */
  static final Map<String, String> LIBRARIES = libraries();

  private static final String DRIVER = "libcuda.so.1";

  private static final String NOT_USED =
      "this trm was built for the processor alone; to use the GPU: mvn -Pgpu -DskipTests package"
          + " (docs/gpu.md)";

  private final Build build;
  private final Path driverVersion;
  private final Path devices;
  private final List<Path> folders;

  private static Map<String, String> libraries() {
    Map<String, String> wheels = new LinkedHashMap<>();
    wheels.put("libcudart.so.12", "nvidia-cuda-runtime-cu12");
    wheels.put("libcublas.so.12", "nvidia-cublas-cu12");
    wheels.put("libcublasLt.so.12", "nvidia-cublas-cu12");
    wheels.put("libcufft.so.11", "nvidia-cufft-cu12");
    wheels.put("libcusolver.so.11", "nvidia-cusolver-cu12");
    wheels.put("libcusparse.so.12", "nvidia-cusparse-cu12");
    wheels.put("libcupti.so.12", "nvidia-cuda-cupti-cu12");
    wheels.put("libnvJitLink.so.12", "nvidia-nvjitlink-cu12");
    wheels.put("libcudnn.so.9", "nvidia-cudnn-cu12");
    return Collections.unmodifiableMap(wheels);
  }

  /**
   * @param build which TensorFlow is on the class path
   * @param driverVersion {@code /proc/driver/nvidia/version}
   * @param devices {@code /dev}
   * @param folders where libraries are looked for, first match wins
   */
  GpuCheck(Build build, Path driverVersion, Path devices, List<Path> folders) {
    this.build = build;
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
    libraries.put(DRIVER, find(DRIVER));
    LIBRARIES.keySet().forEach(name -> libraries.put(name, find(name)));
    libraries.forEach((name, where) -> findings.add(library(name, where, gpus > 0)));
    return findings;
  }

  private Finding gpu(long gpus, Optional<String> driver) {
    if (gpus == 0) {
      return Finding.note("gpu", "none found", "nothing to do: training runs on the CPU");
    }
    String found = gpus + " NVIDIA, driver: " + driver.orElse("not loaded");
    List<String> advice = new ArrayList<>();
    if (driver.isEmpty()) {
      advice.add("install the NVIDIA driver, 525 or newer (CUDA 12)");
    }
    if (build == Build.CPU) {
      advice.add(NOT_USED);
    }
    return Finding.note("gpu", found, String.join("; ", advice));
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
        name.equals(DRIVER)
            ? "for the GPU: it comes with the NVIDIA driver, install that"
            : "for the GPU: install %s with pip and add its folder lib to LD_LIBRARY_PATH (docs/gpu.md)"
                .formatted(LIBRARIES.get(name)));
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
