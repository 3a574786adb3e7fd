package org.tinyrecursive.modeltf.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostTest {
  @TempDir private Path proc;

  @Test
  void theKernelTellsProcessorMemoryAndGpus() throws IOException {
    Files.writeString(
        proc.resolve("cpuinfo"),
        "processor\t: 0\nmodel name\t: Some CPU @ 2.2GHz\n\nmodel name\t: another\n");
    Files.writeString(proc.resolve("meminfo"), "MemTotal:       24000000 kB\nMemFree: 5 kB\n");
    Path gpu = Files.createDirectories(proc.resolve("driver/nvidia/gpus/0000:07:00.0"));
    Files.writeString(gpu.resolve("information"), "Model: \t\t NVIDIA L40S\nIRQ: 7\nGPU UUID: x\n");

    assertThat(Host.read(proc, 8))
        .isEqualTo(
            new Host(
                "Some CPU @ 2.2GHz", 8, Optional.of(24_000_000L * 1024), List.of("NVIDIA L40S")));
  }

  @Test
  void whatIsNotToldIsUnknownAndNoError() {
    assertThat(Host.read(proc, 2)).isEqualTo(new Host("unknown", 2, Optional.empty(), List.of()));
  }
}
