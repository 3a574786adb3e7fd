package org.tinyrecursive.modeltf.convert;

import java.nio.file.Path;
import java.util.Map;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tinyrecursive.modeltf.train.Batch;

/** What a SavedModel says when it is called as any TensorFlow program would call it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SavedModelAnswer(int[] predictions, float[] qHalt) {
  static SavedModelAnswer of(Path folder, Batch batch) {
    try (SavedModelBundle bundle = SavedModelBundle.load(folder.toString());
        TInt32 inputs =
            TInt32.tensorOf(
                Shape.of(batch.rows(), batch.seqLen()), DataBuffers.of(batch.inputs()));
        TInt32 puzzles =
            TInt32.tensorOf(Shape.of(batch.rows()), DataBuffers.of(batch.puzzleIdentifiers()));
        Result result =
            bundle
                .function("serving_default")
                .call(Map.of("inputs", inputs, "puzzle_identifiers", puzzles))) {
      int[] predictions = new int[batch.rows() * batch.seqLen()];
      ((TInt32) result.get("predictions").orElseThrow())
          .asRawTensor()
          .data()
          .asInts()
          .read(predictions);
      float[] qHalt = new float[batch.rows()];
      ((TFloat32) result.get("q_halt_logits").orElseThrow())
          .asRawTensor()
          .data()
          .asFloats()
          .read(qHalt);
      return new SavedModelAnswer(predictions, qHalt);
    }
  }
}
