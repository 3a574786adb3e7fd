package org.tinyrecursive.modeltf.predict;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.tinyrecursive.transforms.prediction.Prediction;

/** Hands predictions on in the order of their examples, whatever the order they come in. */
final class OrderedSink implements PredictionSink {
  private final PredictionSink sink;
  private final Map<Integer, Prediction> early = new HashMap<>();
  private int next;

  /**
   * @param first id of the first prediction; the others follow it without a gap
   */
  OrderedSink(int first, PredictionSink sink) {
    this.next = first;
    this.sink = sink;
  }

  @Override
  public void accept(Prediction prediction) throws IOException {
    early.put(prediction.id(), prediction);
    for (Prediction due = early.remove(next); due != null; due = early.remove(next)) {
      sink.accept(due);
      next++;
    }
  }
}
