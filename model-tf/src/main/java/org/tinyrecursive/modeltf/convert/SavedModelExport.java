package org.tinyrecursive.modeltf.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.SessionFunction;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.ModelConfig;
import org.tinyrecursive.modeltf.layers.Computation;
import org.tinyrecursive.modeltf.model.ForwardOutput;
import org.tinyrecursive.modeltf.model.LatentSpec;
import org.tinyrecursive.modeltf.model.Latents;
import org.tinyrecursive.modeltf.model.TinyRecursiveModel;
import org.tinyrecursive.modeltf.train.WeightSet;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * A TensorFlow SavedModel: from tokens and puzzle identifiers to the answer after halt_max_steps
 * supervision steps, float32, with the weights as constants.
 */
public final class SavedModelExport {
  /** A graph with its constants must stay below 2 GB. */
  private static final long MAX_BYTES = 1_900_000_000L;

  private SavedModelExport() {}

  /**
   * Writes the folder.
   *
   * @param rows examples B of every call
   * @throws InputRefusedException if the folder exists or the weights are too large for a graph
   */
  public static void write(Path folder, Checkpoint checkpoint, WeightSet set, int rows)
      throws IOException {
    if (Files.exists(folder)) {
      throw new InputRefusedException("%s exists; give another folder".formatted(folder));
    }
    List<NamedTensor> weights = ModelExport.weights(checkpoint, set);
    long bytes = weights.stream().mapToLong(weight -> weight.data().remaining()).sum();
    if (bytes > MAX_BYTES) {
      throw new InputRefusedException(
          "the weights have %d bytes, a SavedModel holds at most %d; export safetensors"
              .formatted(bytes, MAX_BYTES));
    }
    try (Graph graph = new Graph();
        Session session = new Session(graph)) {
      Signature signature = build(Ops.create(graph), checkpoint, weights, rows);
      SavedModelBundle.exporter(folder.toString())
          .withFunction(SessionFunction.create(signature, session))
          .export();
    }
  }

  private static Signature build(
      Ops tf, Checkpoint checkpoint, List<NamedTensor> weights, int rows) {
    ModelConfig config = checkpoint.state().recipe().model();
    DataShape data = checkpoint.state().dataShape();
    Map<String, Operand<TFloat32>> constants = new HashMap<>();
    weights.forEach(weight -> constants.put(weight.name(), constant(tf, weight)));
    Placeholder<TInt32> inputs =
        tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(rows, data.seqLen())));
    Placeholder<TInt32> puzzles = tf.placeholder(TInt32.class, Placeholder.shape(Shape.of(rows)));
    Operand<TFloat32> puzzleRows =
        config.hasPuzzleEmbedding()
            ? tf.gather(constants.get("puzzle_emb.weights"), puzzles, tf.constant(0))
            : null;
    Computation<TFloat32> c = new Computation<>(tf, TFloat32.class, constants::get);
    TinyRecursiveModel<TFloat32> model = new TinyRecursiveModel<>(c, config, data);
    long[] shape = {rows, config.prefixLength() + (long) data.seqLen(), config.hiddenSize()};
    Latents<TFloat32> latents =
        new Latents<>(
            LatentSpec.of(config.variant()).stream()
                .<Operand<TFloat32>>map(
                    latent -> tf.broadcastTo(c.weight(latent.init()), tf.constant(shape)))
                .toList());
    ForwardOutput<TFloat32> output = model.forward(latents, inputs, puzzleRows);
    for (int step = 1; step < config.haltMaxSteps(); step++) {
      output = model.forward(output.latents(), inputs, puzzleRows);
    }
    Operand<TInt32> predictions = tf.math.argMax(output.logits(), tf.constant(-1), TInt32.class);
    return Signature.builder()
        .input("inputs", inputs)
        .input("puzzle_identifiers", puzzles)
        .output("logits", output.logits())
        .output("predictions", predictions)
        .output("q_halt_logits", output.qHalt())
        .build();
  }

  private static Operand<TFloat32> constant(Ops tf, NamedTensor weight) {
    Shape shape = Shape.of(weight.shape().stream().mapToLong(Long::longValue).toArray());
    return tf.constant(shape, DataBuffers.of(weight.floats()));
  }
}
