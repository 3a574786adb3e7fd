package org.tinyrecursive.modeltf.train;

import java.nio.file.Path;
import java.util.List;

/** Tells several listeners, in their order. */
record TrainListeners(List<TrainListener> all) implements TrainListener {
  @Override
  public void started(TrainPlan plan) {
    all.forEach(listener -> listener.started(plan));
  }

  @Override
  public void following(long firstStep, long totalSteps) {
    all.forEach(listener -> listener.following(firstStep, totalSteps));
  }

  @Override
  public void stepped(StepReport report) {
    all.forEach(listener -> listener.stepped(report));
  }

  @Override
  public void evaluating(long step, long examples) {
    all.forEach(listener -> listener.evaluating(step, examples));
  }

  @Override
  public void evaluated(Evaluation evaluation) {
    all.forEach(listener -> listener.evaluated(evaluation));
  }

  @Override
  public void saved(long step, Path checkpoint) {
    all.forEach(listener -> listener.saved(step, checkpoint));
  }

  @Override
  public void finished(TrainResult result) {
    all.forEach(listener -> listener.finished(result));
  }
}
