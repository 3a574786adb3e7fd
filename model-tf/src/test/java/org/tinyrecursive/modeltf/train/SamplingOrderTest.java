package org.tinyrecursive.modeltf.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.graph.Device;
import org.tinyrecursive.modeltf.graph.TensorFlowEngines;

/** Which examples a run sees, and in which order, when it goes on with other devices. */
class SamplingOrderTest {
  @TempDir Path temp;

  @Test
  void aRunResumedWithAnotherNumberOfDevicesSeesTheSameExamplesInTheSameOrder() {
    List<String> expected = new ArrayList<>();
    Runs whole = new Runs(temp.resolve("whole"));
    whole.engines = new Recording(devices("cpu:0"), expected);
    long steps = whole.start().step();
    List<String> seen = new ArrayList<>();
    Runs moved = new Runs(temp.resolve("moved"));

    moved.engines = new Recording(devices("cpu:0"), seen);
    StopSignal first = new StopSignal();
    moved.run(ResumeMode.NEW, first, Runs.stopAfter(2, first));
    moved.engines = new Recording(devices("cpu:0,cpu:1"), seen);
    StopSignal second = new StopSignal();
    moved.run(ResumeMode.RESUME, second, Runs.stopAfter(5, second));
    moved.engines = new Recording(devices("cpu:0,cpu:1,cpu:2,cpu:3"), seen);
    moved.resume();

    assertThat(expected).hasSize(Math.toIntExact(steps)).doesNotHaveDuplicates();
    assertThat(seen).isEqualTo(expected);
  }

  private static EngineFactory devices(String list) {
    return new TensorFlowEngines(new Compute(1, Device.parseList(list)));
  }

  /** Notes the global batch of every step. */
  private record Recording(EngineFactory engines, List<String> seen) implements EngineFactory {
    @Override
    public Recipe settle(Recipe recipe, DataShape shape) {
      return engines.settle(recipe, shape);
    }

    @Override
    public TrainEngine open(Recipe recipe, DataShape shape) {
      TrainEngine engine = engines.open(recipe, shape);
      return (TrainEngine)
          Proxy.newProxyInstance(
              TrainEngine.class.getClassLoader(),
              new Class<?>[] {TrainEngine.class},
              (proxy, method, arguments) -> call(engine, method, arguments));
    }

    private Object call(TrainEngine engine, Method method, Object[] arguments) throws Throwable {
      if (method.getName().equals("step")) {
        Batch batch = (Batch) arguments[0];
        seen.add(
            Arrays.toString(batch.puzzleIdentifiers())
                + Arrays.toString(batch.inputs())
                + Arrays.toString(batch.labels()));
      }
      try {
        return method.invoke(engine, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }
}
