package org.tinyrecursive.workflows.doctor;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Cores, and the instructions that TensorFlow uses for matrices. */
final class CpuCheck implements Check {
  /** From what TensorFlow needs to what speeds it up; names of the Linux kernel. */
  private static final List<String> FEATURES =
      List.of(
          "avx", "fma", "avx2", "avx512f", "avx512_vnni", "avx512_bf16", "amx_tile", "amx_bf16");

  private final Path cpuinfo;
  private final int cores;

  CpuCheck(Path cpuinfo, int cores) {
    this.cpuinfo = cpuinfo;
    this.cores = cores;
  }

  @Override
  public List<Finding> findings() {
    String model = value("model name").isEmpty() ? "unknown processor" : value("model name");
    Finding count =
        cores < 2
            ? Finding.note("cores", "1, " + model, "training and its input share it: expect half")
            : Finding.ok("cores", cores + ", " + model);
    return List.of(count, instructions());
  }

  private Finding instructions() {
    Set<String> flags = new LinkedHashSet<>(Arrays.asList(value("flags").split("\\s+")));
    if (!flags.stream().anyMatch(flag -> flag.length() > 1)) {
      return Finding.note(
          "cpu features", "unknown: no flags in " + cpuinfo, "TensorFlow needs AVX on x86-64");
    }
    String found =
        FEATURES.stream()
            .map(feature -> feature + (flags.contains(feature) ? " yes" : " no"))
            .collect(Collectors.joining(", "));
    if (!flags.contains("avx")) {
      return Finding.problem(
          "cpu features", found, "this TensorFlow needs AVX: use another machine");
    }
    if (!flags.contains("avx2")) {
      return Finding.note("cpu features", found, "without AVX2 expect a third of the speed");
    }
    boolean fastBfloat16 = flags.contains("avx512_bf16") || flags.contains("amx_bf16");
    return fastBfloat16
        ? Finding.ok("cpu features", found)
        : Finding.note(
            "cpu features", found, "keep model.forward_dtype float32: bfloat16 is slow here");
  }

  private String value(String key) {
    return TextFile.lines(cpuinfo).stream()
        .flatMap(List::stream)
        .filter(line -> line.startsWith(key) && line.contains(":"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("");
  }
}
