package org.tinyrecursive.pipelines.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.apache.beam.sdk.extensions.gcp.storage.NoopPathValidator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinyrecursive.transforms.InputRefusedException;

/** Dataflow without a cloud: what is checked before, and the job that it would be given. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DataflowEngineTest {
  private static final BeamSettings DATAFLOW = BeamSettings.on(RunnerChoice.DATAFLOW);
  private static final Map<String, String> NEEDED =
      Map.of(
          "project",
          "no-such-project",
          "region",
          "us-central1",
          "tempLocation",
          "gs://no-such-bucket/tmp",
          // Given, since by default Beam asks the bucket about itself.
          "gcpTempLocation",
          "gs://no-such-bucket/tmp",
          "credentialFactoryClass",
          NoopCredentialFactory.class.getName(),
          "pathValidatorClass",
          NoopPathValidator.class.getName(),
          "stagerClass",
          NoStager.class.getName());

  @TempDir private static Path folder;
  private PipelineCases cases;

  @BeforeAll
  void prepare() throws Exception {
    cases = new PipelineCases(folder);
  }

  Stream<PipelineCase> everyPipeline() {
    return cases.all().stream();
  }

  @ParameterizedTest
  @MethodSource("everyPipeline")
  void translatesToJob(PipelineCase pipeline) throws Exception {
    Path template = folder.resolve(pipeline.name().replace(' ', '-') + ".json");
    Path nothing = Files.write(folder.resolve("nothing.jar"), new byte[0]);
    BeamSettings beam =
        DATAFLOW
            .withWorkers(3)
            .withOptions(NEEDED)
            .withOptions(
                Map.of(
                    "templateLocation", template.toString(), "filesToStage", nothing.toString()));

    assertThatThrownBy(() -> pipeline.run().digest(beam, folder.resolve("out")))
        .isInstanceOf(JobNotRunException.class)
        .hasMessageContaining(template.toString())
        .hasMessageContaining("--beam.templateLocation");

    JsonNode job = new ObjectMapper().readTree(template.toFile());
    assertThat(job.path("type").asText()).isEqualTo("JOB_TYPE_BATCH");
    assertThat(job.path("environment").path("workerPools").get(0).path("numWorkers").asInt())
        .isEqualTo(3);
    List<String> kinds = job.path("steps").findValuesAsText("kind");
    assertThat(kinds).contains("ParallelDo");
    assertThat(job.toString()).contains("java.base/java.nio=ALL-UNNAMED");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void everythingThatIsMissingIsNamed() {
    assertThatThrownBy(
            () -> BeamRun.prepare(DATAFLOW.withOptions(Map.of("project", "some-project")), "any"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageStartingWith("--runner dataflow needs ")
        .hasMessageContaining("--beam.tempLocation=gs://BUCKET/FOLDER")
        .hasMessageNotContaining("--beam.project");
  }

  @Test
  void tempLocationMustBeInTheCloud() {
    assertThatThrownBy(
            () ->
                BeamRun.prepare(
                    DATAFLOW.withOptions(NEEDED).withOptions(Map.of("tempLocation", "/tmp")),
                    "any"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("--beam.tempLocation is /tmp, expected gs://BUCKET/FOLDER");
  }

  @ParameterizedTest
  @MethodSource("everyPipeline")
  void localFilesAreRefusedBeforeAnyWork(PipelineCase pipeline) {
    assertThatThrownBy(
            () -> pipeline.run().digest(DATAFLOW.withOptions(NEEDED), folder.resolve("out")))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("a local path, which the workers of --runner dataflow cannot see");
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
