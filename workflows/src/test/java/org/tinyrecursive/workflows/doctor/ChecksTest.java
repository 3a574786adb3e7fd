package org.tinyrecursive.workflows.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.modeltf.nativelib.NativeTensorFlow.Build;
import org.tinyrecursive.workflows.doctor.Finding.Status;

class ChecksTest {
  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Finding find(Check check, String part) {
    return check.findings().stream().filter(f -> f.part().equals(part)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "24000000,20000000,max,OK",
    "24000000,5000000,max,NOTE",
    "24000000,20000000,5000000000,NOTE",
    "24000000,1000000,max,PROBLEM",
    "24000000,20000000,2000000000,PROBLEM",
    "24000000,20000000,9223372036854771712,OK"
  })
  void memoryIsWhatIsAvailableWithinTheContainer(
      long totalKb, long availableKb, String limit, Status expected) throws IOException {
    Path meminfo =
        file("meminfo", "MemTotal:  %d kB\nMemAvailable: %d kB\n".formatted(totalKb, availableKb));

    Check check = new MemoryCheck(meminfo, file("memory.max", limit + "\n"));

    assertThat(find(check, "memory").status()).isEqualTo(expected);
  }

  @Test
  void unknownMemoryIsANote() {
    Check check = new MemoryCheck(folder.resolve("absent"), folder.resolve("absent"));
    assertThat(find(check, "memory").status()).isEqualTo(Status.NOTE);
  }

  @ParameterizedTest
  @CsvSource({
    "sse avx fma avx2 avx512f avx512_bf16,OK",
    "sse avx fma avx2,NOTE",
    "sse avx,NOTE",
    "sse sse2,PROBLEM"
  })
  void cpuFeaturesAreNamedOneByOne(String flags, Status expected) throws IOException {
    Path cpuinfo = file("cpuinfo", "model name\t: Test CPU\nflags\t\t: " + flags + "\n");

    Check check = new CpuCheck(cpuinfo, 2);

    Finding features = find(check, "cpu features");
    assertThat(features.status()).isEqualTo(expected);
    assertThat(features.found()).contains("avx2 " + (flags.contains("avx2") ? "yes" : "no"));
    assertThat(find(check, "cores").found()).isEqualTo("2, Test CPU");
  }

  @Test
  void withoutAGpuMissingLibrariesAreNoProblem() {
    Check check = new GpuCheck(Build.CPU, folder.resolve("version"), folder, List.of(folder));

    assertThat(check.findings()).hasSize(2 + GpuCheck.LIBRARIES.size());
    assertThat(check.findings()).allMatch(finding -> finding.status() == Status.NOTE);
  }

  @Test
  void withAGpuEachMissingLibraryIsNamedWithWhatToInstall() throws IOException {
    file("nvidia0", "");
    file("libcudart.so.12", "");
    Check check =
        new GpuCheck(Build.CPU, file("version", "NVRM version: 550.54\n"), folder, List.of(folder));

    assertThat(find(check, "gpu").found()).isEqualTo("1 NVIDIA, driver: NVRM version: 550.54");
    assertThat(find(check, "libcudart.so.12").status()).isEqualTo(Status.OK);
    assertThat(find(check, "libcudnn.so.9").status()).isEqualTo(Status.NOTE);
    assertThat(find(check, "libcudnn.so.9").advice()).contains("nvidia-cudnn-cu12");
    assertThat(find(check, "libcublasLt.so.12").advice())
        .contains("nvidia-cublas-cu12", "LD_LIBRARY_PATH");
    assertThat(find(check, "libcuda.so.1").advice()).contains("driver");
  }

  @Test
  void onlyATrmOfTheProcessorAloneIsToBeBuiltForTheGpu() throws IOException {
    file("nvidia0", "");
    Path version = file("version", "NVRM version: 550.54\n");

    Check cpu = new GpuCheck(Build.CPU, version, folder, List.of());
    Check gpu = new GpuCheck(Build.GPU, version, folder, List.of());

    assertThat(find(cpu, "gpu").advice()).contains("mvn -Pgpu");
    assertThat(find(gpu, "gpu").advice()).isEmpty();
  }

  @Test
  void tensorFlowIsNamedWithWhatItWasBuiltFor() {
    Check cpu = new TensorFlowCheck(() -> "2.18.0", Build.CPU);
    Check gpu = new TensorFlowCheck(() -> "2.18.0", Build.GPU);

    assertThat(find(cpu, "tensorflow").found()).startsWith("2.18.0 for the processor, loaded in");
    assertThat(find(gpu, "tensorflow").found()).startsWith("2.18.0 for NVIDIA GPUs and");
  }

  @Test
  void aGpuWithoutADriverNeedsOne() throws IOException {
    file("nvidia3", "");
    Check check = new GpuCheck(Build.CPU, folder.resolve("absent"), folder, List.of());
    assertThat(find(check, "gpu").advice()).contains("install the NVIDIA driver");
  }

  @Test
  void aLibraryThatDoesNotLoadIsAProblemWithItsCause() {
    Check check =
        new TensorFlowCheck(
            () -> {
              throw new ExceptionInInitializerError(new UnsatisfiedLinkError("GLIBC_2.99"));
            },
            Build.CPU);

    assertThat(find(check, "tensorflow").status()).isEqualTo(Status.PROBLEM);
    assertThat(find(check, "tensorflow").found()).contains("GLIBC_2.99");
  }

  @Test
  void aFullDiskIsAProblemEvenWhereTheFolderIsStillToBeMade() {
    Path later = folder.resolve("a/b/c");

    Finding full = find(new DiskCheck("native cache", later, Long.MAX_VALUE), "native cache");
    Finding roomy = find(new DiskCheck("native cache", later, 1), "native cache");

    assertThat(full.status()).isEqualTo(Status.PROBLEM);
    assertThat(full.advice()).contains("javacpp.cachedir");
    assertThat(roomy.status()).isEqualTo(Status.OK);
  }

  @Test
  void theTextEndsWithWhatToDoNext() {
    String ready = DoctorCommand.textOf(List.of(Finding.ok("java", "17")));
    String stuck = DoctorCommand.textOf(List.of(Finding.problem("java", "11", "install 17")));

    assertThat(ready).endsWith("Ready. Try: trm quickstart");
    assertThat(stuck).contains("PROBLEM  java  11", "→ install 17").endsWith("its work.");
  }

  @Test
  void libraryFoldersBeginWithThePathOfTheUser() {
    assertThat(LibraryFolders.of("/x::/y")).startsWith(Path.of("/x"), Path.of("/y"));
    assertThat(LibraryFolders.of("")).contains(Path.of("/usr/local/cuda/lib64"));
  }
}
