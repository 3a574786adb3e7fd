package org.tinyrecursive.workflows.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tinyrecursive.modeltf.nativelib.NativeTensorFlow;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import org.tinyrecursive.workflows.doctor.Finding.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints what this machine has and lacks; exits with 1 where something will not work. */
@Command
public final class DoctorCommand implements Callable<Integer> {
  @Mixin private ResultOptions result;

  @Override
  public Integer call() {
    List<Finding> findings = checks().stream().flatMap(check -> check.findings().stream()).toList();
    long problems = count(findings, Status.PROBLEM);
    result.print(
        () -> textOf(findings),
        new Report(problems == 0, problems, findings.stream().map(Entry::of).toList()));
    return problems == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static List<Check> checks() {
    Path cache = NativeTensorFlow.cacheFolder();
    // Before TensorFlow loads, and so fills the cache.
    NativeTensorFlow.Build build = NativeTensorFlow.build();
    long needed = Files.exists(cache) ? 50_000_000 : build.extractedBytes();
    return List.of(
        new JavaCheck(),
        new MemoryCheck(Path.of("/proc/meminfo"), Path.of("/sys/fs/cgroup/memory.max")),
        new CpuCheck(Path.of("/proc/cpuinfo"), Runtime.getRuntime().availableProcessors()),
        new DiskCheck("native cache", cache, needed),
        new DiskCheck("working folder", Path.of(""), 500_000_000),
        new TensorFlowCheck(NativeTensorFlow::version, build),
        new GpuCheck(
            build,
            Path.of("/proc/driver/nvidia/version"),
            Path.of("/dev"),
            LibraryFolders.of(System.getenv().getOrDefault("LD_LIBRARY_PATH", ""))));
  }

  private static long count(List<Finding> findings, Status status) {
    return findings.stream().filter(finding -> finding.status() == status).count();
  }

  static String textOf(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    int width = findings.stream().mapToInt(finding -> finding.part().length()).max().orElse(1);
    for (Finding finding : findings) {
      String mark =
          switch (finding.status()) {
            case OK -> "ok";
            case NOTE -> "note";
            case PROBLEM -> "PROBLEM";
          };
      text.append(
          ("%-7s  %-" + width + "s  %s%n").formatted(mark, finding.part(), finding.found()));
      if (!finding.advice().isEmpty()) {
        text.append(" ".repeat(width + 11)).append("→ ").append(finding.advice()).append('\n');
      }
    }
    long problems = count(findings, Status.PROBLEM);
    return text.append(
            problems == 0
                ? "Ready. Try: trm quickstart"
                : problems + " to solve before trm can do all of its work.")
        .toString();
  }

  record Report(boolean ready, long problems, List<Entry> findings) {}

  record Entry(String part, String status, String found, String advice) {
    static Entry of(Finding finding) {
      String status = finding.status().name().toLowerCase(Locale.ROOT);
      return new Entry(finding.part(), status, finding.found(), finding.advice());
    }
  }
}
