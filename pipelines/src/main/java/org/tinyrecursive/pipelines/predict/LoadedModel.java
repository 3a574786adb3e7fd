package org.tinyrecursive.pipelines.predict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.predict.AnswerCheck;
import org.tinyrecursive.modeltf.predict.PredictionSink;
import org.tinyrecursive.modeltf.predict.Predictor;
import org.tinyrecursive.modeltf.predict.SearchCounts;
import org.tinyrecursive.modeltf.predict.SearchSettings;
import org.tinyrecursive.modeltf.predict.SplitPredictor;
import org.tinyrecursive.transforms.dataset.Split;

/**
 * The one model of this process, shared by all functions that predict with it: loaded with the
 * first, closed with the last. One range is predicted at a time, on all cores.
 */
final class LoadedModel {
  private static final Map<ModelSource, LoadedModel> MODELS = new HashMap<>();
  private static final AtomicInteger LOADS = new AtomicInteger();

  private final Predictor predictor;
  private int users;

  private LoadedModel(Predictor predictor) {
    this.predictor = predictor;
  }

  /** The model of that source; to be {@link #release}d. */
  static LoadedModel acquire(ModelSource source) {
    synchronized (MODELS) {
      LoadedModel model = MODELS.computeIfAbsent(source, LoadedModel::load);
      model.users++;
      return model;
    }
  }

  private static LoadedModel load(ModelSource source) {
    LOADS.incrementAndGet();
    try {
      return new LoadedModel(
          Predictor.load(
              Path.of(source.checkpoint()),
              source.weights(),
              source.batchSize(),
              Compute.allCores(),
              source.noise()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** How often this process has loaded a model. */
  static int loads() {
    return LOADS.get();
  }

  /** Predicts a range of a split; one caller at a time. */
  synchronized SearchCounts predict(
      Split split,
      int first,
      int count,
      SearchSettings search,
      AnswerCheck rules,
      PredictionSink sink)
      throws IOException {
    try (SplitPredictor range = new SplitPredictor(predictor, split, search, rules)) {
      return range.predict(first, count, sink);
    }
  }

  /** The model itself, for whoever knows that nothing predicts with it meanwhile. */
  Predictor predictor() {
    return predictor;
  }

  /** Gives the model back. */
  static void release(ModelSource source) {
    synchronized (MODELS) {
      LoadedModel model = MODELS.get(source);
      model.users--;
      if (model.users == 0) {
        MODELS.remove(source);
        model.predictor.close();
      }
    }
  }
}
