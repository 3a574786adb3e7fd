package org.tinyrecursive.modeltf.convert;

import java.nio.file.Path;
import java.util.Map;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.ndarray.buffer.FloatDataBuffer;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tinyrecursive.modeltf.train.Batch;

/** What a SavedModel says when it is called as any TensorFlow program would call it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SavedModelAnswer(float[] logits, int[] predictions, float[] qHalt) {
  public static SavedModelAnswer of(Path folder, Batch batch) {
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
      return new SavedModelAnswer(
          floats(result, "logits"), predictions, floats(result, "q_halt_logits"));
    }
  }

  private static float[] floats(Result result, String name) {
    FloatDataBuffer data =
        ((TFloat32) result.get(name).orElseThrow()).asRawTensor().data().asFloats();
    float[] values = new float[Math.toIntExact(data.size())];
    data.read(values);
    return values;
  }
}
