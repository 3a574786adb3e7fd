package org.tinyrecursive.rna.beam;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TupleTag;
import org.tinyrecursive.rna.score.TargetScore;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.ReferenceStructures;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * Predictions files in, the score of every labelled target out. A target without a prediction has
 * no guess; a prediction without labels is left out.
 */
public final class ScoreStructures
    extends PTransform<PCollection<String>, PCollection<TargetScore>> {
  /** Namespace of the counter {@link #SCORED}. */
  public static final String COUNTERS = "score";

  /** Counter: targets scored so far. */
  public static final String SCORED = "targets";

  private static final long serialVersionUID = 1;
  private static final TupleTag<ReferenceStructures> GUESSES = new TupleTag<>() {};
  private static final TupleTag<ReferenceStructures> LABELS = new TupleTag<>() {};

  private final PCollection<String> labels;
  private final Map<String, Integer> lengths;

  /**
   * @param labels files with the known structures
   * @param lengths residues of every target that may occur; empty: any
   */
  public ScoreStructures(PCollection<String> labels, Map<String, Integer> lengths) {
    this.labels = labels;
    this.lengths = Map.copyOf(lengths);
  }

  @Override
  public PCollection<TargetScore> expand(PCollection<String> predictions) {
    return KeyedPCollectionTuple.of(
            GUESSES, read(predictions, "Read predictions", ReadStructuresFn.Role.PREDICTIONS))
        .and(LABELS, read(labels, "Read labels", ReadStructuresFn.Role.LABELS))
        .apply("Join by target", CoGroupByKey.create())
        .apply("Score", ParDo.of(new ScoreFn()))
        .setCoder(SerializableCoder.of(TargetScore.class));
  }

  private PCollection<KV<String, ReferenceStructures>> read(
      PCollection<String> files, String step, ReadStructuresFn.Role role) {
    return files
        .apply(step, ParDo.of(new ReadStructuresFn(role, lengths)))
        .setCoder(
            KvCoder.of(StringUtf8Coder.of(), SerializableCoder.of(ReferenceStructures.class)));
  }

  private static final class ScoreFn extends DoFn<KV<String, CoGbkResult>, TargetScore> {
    private static final long serialVersionUID = 1;

    private final Counter scored = Metrics.counter(COUNTERS, SCORED);

    @ProcessElement
    public void processElement(
        @Element KV<String, CoGbkResult> target, OutputReceiver<TargetScore> out) {
      Iterator<ReferenceStructures> labels = target.getValue().getAll(LABELS).iterator();
      if (!labels.hasNext()) {
        return;
      }
      ReferenceStructures references = labels.next();
      Iterator<ReferenceStructures> predicted = target.getValue().getAll(GUESSES).iterator();
      List<Coordinates> guesses =
          predicted.hasNext() ? checked(predicted.next(), references) : List.of();
      if (labels.hasNext() || predicted.hasNext()) {
        throw new InputRefusedException(
            "target " + target.getKey() + " is in more than one file; name each file once");
      }
      out.output(TargetScore.of(references, guesses));
      scored.inc();
    }

    private static List<Coordinates> checked(
        ReferenceStructures predicted, ReferenceStructures references) {
      int length = references.sequence().length();
      if (predicted.sequence().length() != length) {
        throw new InputRefusedException(
            "target %s has %d residues in the predictions, %d in the labels"
                .formatted(references.targetId(), predicted.sequence().length(), length));
      }
      return predicted.structures();
    }
  }
}
