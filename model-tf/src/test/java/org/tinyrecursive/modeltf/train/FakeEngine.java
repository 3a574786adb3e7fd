package org.tinyrecursive.modeltf.train;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.tinyrecursive.modeltf.checkpoint.ModelState;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;

/**
 * A stand-in for a model, in plain Java: everything it says depends on everything it ever saw, so a
 * single lost, repeated or changed batch shows in all later numbers.
 */
class FakeEngine implements TrainEngine {
  private static final int SUPERVISION_STEPS = 3;

  private final int batchSize;
  private final float[] weights;
  private final float[] average;
  private final float[] carry;

  FakeEngine(int batchSize, long seed) {
    this.batchSize = batchSize;
    weights = new float[] {seed % 7, 0.5f};
    average = weights.clone();
    carry = new float[batchSize];
  }

  @Override
  public int batchSize() {
    return batchSize;
  }

  @Override
  public StepMetrics step(Batch batch, StepSettings settings) {
    float sum = 0;
    int halted = 0;
    for (int row = 0; row < batchSize; row++) {
      int from = row * batch.seqLen();
      int[] tokens = Arrays.copyOfRange(batch.inputs(), from, from + batch.seqLen());
      int[] labels = Arrays.copyOfRange(batch.labels(), from, from + batch.seqLen());
      int hash = Arrays.hashCode(tokens) * 31 + Arrays.hashCode(labels);
      carry[row] = 0.5f * carry[row] + (hash * 31 + batch.puzzleIdentifiers()[row]) % 1000 / 1e3f;
      sum += carry[row];
      halted += carry[row] > 0.5f ? 1 : 0;
    }
    weights[0] += (float) settings.lr() * (sum - weights[0]);
    weights[1] += (float) settings.puzzleLr() * weights[0];
    for (int i = 0; i < weights.length; i++) {
      average[i] = 0.9f * average[i] + 0.1f * weights[i];
    }
    double loss = Math.abs(weights[0]) + sum;
    return new StepMetrics(
        loss, loss / 2, loss / 4, 0, halted, halted * 0.75, halted * 0.5, halted * 0.25, halted);
  }

  @Override
  public void evaluate(WeightSet set, Batch batch, Consumer<StepOutput> eachStep) {
    float[] used = set == WeightSet.RAW ? weights : average;
    for (int step = 1; step <= SUPERVISION_STEPS; step++) {
      int[] predictions = new int[batch.labels().length];
      float[] qHalt = new float[batch.rows()];
      int threshold = (int) (Math.abs(used[0] + used[1]) * 10) % 4 + step;
      for (int i = 0; i < predictions.length; i++) {
        predictions[i] = batch.labels()[i] % 8 <= threshold ? batch.labels()[i] : -1;
      }
      for (int row = 0; row < qHalt.length; row++) {
        qHalt[row] = row % 2 == 0 ? 1 : -1;
      }
      eachStep.accept(new StepOutput(predictions, qHalt, batch.filled() * 2.0 / step));
    }
  }

  @Override
  public ModelState state() {
    return new ModelState(
        List.of(NamedTensor.of("w", List.of(2L), weights.clone())),
        List.of(NamedTensor.of("w", List.of(2L), average.clone())),
        List.of(NamedTensor.of("carry", List.of((long) batchSize), carry.clone())));
  }

  @Override
  public void restore(ModelState state) {
    copy(state.model(), weights);
    copy(state.ema(), average);
    copy(state.optimizer(), carry);
  }

  private static void copy(List<NamedTensor> from, float[] into) {
    System.arraycopy(from.get(0).floats(), 0, into, 0, into.length);
  }

  @Override
  public List<ParameterCount> parameterCounts() {
    return List.of(new ParameterCount("dense", 2));
  }

  @Override
  public void close() {}
}
