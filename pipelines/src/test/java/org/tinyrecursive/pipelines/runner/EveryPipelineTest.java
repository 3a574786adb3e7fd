package org.tinyrecursive.pipelines.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.pipelines.dataset.ArcDatasetPipeline;
import org.tinyrecursive.pipelines.predict.PuzzleTask;

/** No pipeline escapes the tests of the runners. */
class EveryPipelineTest {
  @TempDir private Path folder;

  @Test
  void everyPipelineHasACase() throws Exception {
    List<Class<?>> pipelines = pipelines();
    List<PipelineCase> cases = new PipelineCases(folder).all();

    assertThat(pipelines).contains(ArcDatasetPipeline.class);
    assertThat(cases)
        .extracting(PipelineCase::pipeline)
        .as("PipelineCases has a case for each of these")
        .containsAll(pipelines);
    assertThat(cases)
        .extracting(PipelineCase::name)
        .as("PipelineCases has a case for every puzzle that is predicted")
        .containsAll(
            Arrays.stream(PuzzleTask.values()).map(task -> "predict " + task.text()).toList());
  }

  /** All classes of this module with a public {@code static run(…, BeamSettings, …)}. */
  private static List<Class<?>> pipelines() throws IOException, ReflectiveOperationException {
    Path classes =
        Path.of(BeamSettings.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    assertThat(classes).isDirectory();
    List<String> names;
    try (Stream<Path> files = Files.walk(classes)) {
      names =
          files
              .map(file -> classes.relativize(file).toString())
              .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
              .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
              .toList();
    }
    Stream.Builder<Class<?>> found = Stream.builder();
    for (String name : names) {
      Class<?> type = Class.forName(name, false, EveryPipelineTest.class.getClassLoader());
      if (Arrays.stream(type.getDeclaredMethods()).anyMatch(EveryPipelineTest::runs)) {
        found.add(type);
      }
    }
    return found.build().toList();
  }

  private static boolean runs(Method method) {
    return method.getName().equals("run")
        && Modifier.isPublic(method.getModifiers())
        && Modifier.isStatic(method.getModifiers())
        && List.of(method.getParameterTypes()).contains(BeamSettings.class);
  }
}
