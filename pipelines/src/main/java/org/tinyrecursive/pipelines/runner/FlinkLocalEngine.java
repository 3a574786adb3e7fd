package org.tinyrecursive.pipelines.runner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.metrics.MetricResults;
import org.apache.beam.sdk.options.PipelineOptions;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * Flink in this process. Beam's own way to embed Flink shows no counters before the end, so a small
 * cluster is started here, and the job is given to it over loopback as to any other.
 */
final class FlinkLocalEngine implements Engine {
  private int slots;

  @Override
  public void configure(PipelineOptions options, BeamSettings settings) {
    if (settings.option("flinkMaster").isPresent()) {
      throw new InputRefusedException(
          "--beam.flinkMaster is given, but --runner flink-local brings its own cluster;"
              + " use --runner flink");
    }
    slots = settings.workersOrCores();
  }

  @Override
  public RunningJob submit(Pipeline pipeline) {
    EmbeddedFlink flink = EmbeddedFlink.start(slots);
    try {
      FlinkPipelineOptions options =
          FlinkSetup.apply(pipeline.getOptions(), flink.cluster().master(), slots);
      Path nothing = emptyJar();
      try {
        options.setFilesToStage(List.of(nothing.toString()));
        return new EmbeddedJob(FlinkJob.submit(flink.cluster(), pipeline), flink);
      } finally {
        Files.delete(nothing);
      }
    } catch (IOException unwritable) {
      flink.close();
      throw new UncheckedIOException(unwritable);
    } catch (RuntimeException failed) {
      flink.close();
      throw failed;
    }
  }

  @Override
  public Reach reach() {
    return Reach.THIS_MACHINE;
  }

  /** All classes are here already; without a file to stage, Beam would stage the class path. */
  private static Path emptyJar() throws IOException {
    Path jar = Files.createTempFile("nothing-to-stage-", ".jar");
    new JarOutputStream(Files.newOutputStream(jar), new Manifest()).close();
    return jar;
  }

  private record EmbeddedJob(FlinkJob job, EmbeddedFlink flink) implements RunningJob {
    @Override
    public boolean awaitEnd() {
      return job.awaitEnd();
    }

    @Override
    public MetricResults metrics() {
      return job.metrics();
    }

    @Override
    public void close() {
      job.close();
      flink.close();
    }
  }
}
