package org.tinyrecursive.pipelines.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every runner promises: the same bytes, whoever does the work and with how many hands. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunnersTest {
  private static final List<BeamSettings> RUNNERS =
      List.of(
          BeamSettings.direct(2),
          BeamSettings.direct(8),
          BeamSettings.on(RunnerChoice.FLINK_LOCAL).withWorkers(8));

  @TempDir private static Path folder;
  private PipelineCases cases;
  private final Map<String, String> withOneWorker = new TreeMap<>();

  @BeforeAll
  void runEachWithOneWorker() throws Exception {
    cases = new PipelineCases(folder);
    for (PipelineCase pipeline : cases.all()) {
      withOneWorker.put(pipeline.name(), pipeline.run().digest(BeamSettings.direct(1), output()));
    }
  }

  Stream<Arguments> everyPipelineOnEveryRunner() {
    return RUNNERS.stream()
        .flatMap(
            runner ->
                cases.all().stream()
                    .map(
                        pipeline ->
                            Arguments.of(
                                pipeline,
                                runner.runner().label(),
                                runner.workersOrCores(),
                                runner)));
  }

  @ParameterizedTest(name = "{0} on {1} with {2} workers")
  @MethodSource("everyPipelineOnEveryRunner")
  void givesTheSameBytes(PipelineCase pipeline, String label, int workers, BeamSettings runner)
      throws Exception {
    assertThat(pipeline.run().digest(runner, output()))
        .isEqualTo(withOneWorker.get(pipeline.name()));
  }

  private static Path output() {
    return folder.resolve("output-" + UUID.randomUUID());
  }
}
