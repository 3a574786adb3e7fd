package org.tinyrecursive.modeltf.graph;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.tinyrecursive.modeltf.config.MemoryConfig;
import org.tinyrecursive.modeltf.config.Recompute;

/** The published implementation's numbers, from two devices, or workers, that share the batch. */
@Tag("golden")
class DevicesGoldenTest {
  private static final Compute ONE = new Compute(1);
  private static final Compute TWO = new Compute(2, Device.parseList("cpu:0,cpu:1"));

  /** All rows of a device in one pass. */
  @TestFactory
  Stream<DynamicTest> everyCaseAgreesOnTwoDevices() {
    return cases().stream()
        .map(golden -> new GoldenCheck(golden, memory(golden, 2, Recompute.NONE), TWO).test());
  }

  /** Passes of one row and of all rows; with and without recomputation. */
  @TestFactory
  @Tag("slow")
  Stream<DynamicTest> everyCaseAgreesOnTwoDevicesHoweverItIsFittedIntoMemory() {
    return cases().stream()
        .flatMap(
            golden ->
                Stream.of(
                        memory(golden, 2, Recompute.BLOCKS),
                        memory(golden, 4, Recompute.BLOCKS),
                        memory(golden, 4, Recompute.NONE))
                    .map(memory -> new GoldenCheck(golden, memory, TWO).test()));
  }

  /** Two workers with all their rows in one pass. */
  @TestFactory
  Stream<DynamicTest> everyCaseAgreesWithTwoWorkers() {
    return cases().stream().map(golden -> workers(golden, memory(golden, 2, Recompute.NONE), ONE));
  }

  /** Every other way for two workers: of one device with passes of one row and two, and of two. */
  @TestFactory
  @Tag("slow")
  Stream<DynamicTest> everyCaseAgreesWithTwoWorkersHoweverTheyMakeTheirShare() {
    return cases().stream()
        .flatMap(
            golden ->
                Stream.of(
                    workers(golden, memory(golden, 2, Recompute.BLOCKS), ONE),
                    workers(golden, memory(golden, 4, Recompute.NONE), ONE),
                    workers(golden, memory(golden, 4, Recompute.BLOCKS), ONE),
                    workers(golden, memory(golden, 4, Recompute.NONE), TWO),
                    workers(golden, memory(golden, 4, Recompute.BLOCKS), TWO)));
  }

  private static DynamicTest workers(GoldenCase golden, MemoryConfig memory, Compute compute) {
    return new GoldenCheck(golden, memory, compute, GoldenCheck.Workers.TWO).test();
  }

  private static MemoryConfig memory(GoldenCase golden, int parts, Recompute recompute) {
    return new MemoryConfig(golden.recipe().train().globalBatchSize() / parts, recompute);
  }

  private static List<GoldenCase> cases() {
    List<GoldenCase> cases = GoldenCase.findAll();
    assumeTrue(!cases.isEmpty(), "no golden/trm cases: set TRM_GOLDEN_DIR to the golden folder");
    return cases;
  }
}
