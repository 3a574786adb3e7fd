package org.tinyrecursive.modeltf.predict;

import java.io.IOException;
import org.tinyrecursive.transforms.prediction.Prediction;

/** Takes predictions in the order of their examples. */
@FunctionalInterface
public interface PredictionSink {
  /** Takes the next one. */
  void accept(Prediction prediction) throws IOException;
}
