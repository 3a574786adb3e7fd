package org.tinyrecursive.modeltf.graph;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.tinyrecursive.modeltf.config.MemoryConfig;
import org.tinyrecursive.modeltf.config.Recompute;

/** The published implementation's numbers, case by case, step by step. */
@Tag("golden")
class TinyRecursiveModelGoldenTest {
  @TestFactory
  Stream<DynamicTest> everyCaseAgreesWithThePublishedImplementation() {
    return cases(
        golden ->
            Stream.of(
                new MemoryConfig(all(golden), Recompute.NONE),
                new MemoryConfig(2, Recompute.BLOCKS)));
  }

  /** Passes of one row, of two, of all; each with and without recomputation. */
  @TestFactory
  @Tag("slow")
  Stream<DynamicTest> everyCaseAgreesHoweverItIsFittedIntoMemory() {
    return cases(
        golden ->
            Stream.of(1, 2, all(golden))
                .flatMap(
                    rows ->
                        Stream.of(
                            new MemoryConfig(rows, Recompute.NONE),
                            new MemoryConfig(rows, Recompute.BLOCKS))));
  }

  private static int all(GoldenCase golden) {
    return golden.recipe().train().globalBatchSize();
  }

  private static Stream<DynamicTest> cases(Function<GoldenCase, Stream<MemoryConfig>> memories) {
    List<GoldenCase> cases = GoldenCase.findAll();
    assumeTrue(!cases.isEmpty(), "no golden/trm cases: set TRM_GOLDEN_DIR to the golden folder");
    return cases.stream()
        .flatMap(
            golden ->
                memories
                    .apply(golden)
                    .map(memory -> new GoldenCheck(golden, memory, new Compute(2)).test()));
  }
}
