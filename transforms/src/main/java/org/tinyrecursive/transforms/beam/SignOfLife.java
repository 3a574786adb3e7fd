package org.tinyrecursive.transforms.beam;

import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * An output that nobody reads, of steps that wait for side inputs and may find nothing to put out.
 * Beam's direct runner tries bundles that wait for a side input again only until a round of tries
 * puts nothing out: were such a step tried last, those that wait for what it found would wait for
 * ever. A step says so of elements that it has handled, never of a bundle that still waits: that
 * would be tried without end.
 */
final class SignOfLife {
  static final TupleTag<Boolean> TAG = new TupleTag<>("sign of life") {};

  private SignOfLife() {}

  /** Applies a step that gives this output, and returns the other, which needs a coder. */
  static <I, O> PCollection<O> apply(
      String name, PCollection<I> input, TupleTag<O> main, ParDo.SingleOutput<I, O> step) {
    PCollectionTuple outputs = input.apply(name, step.withOutputTags(main, TupleTagList.of(TAG)));
    outputs.get(TAG).setCoder(BooleanCoder.of());
    return outputs.get(main);
  }
}
