package org.tinyrecursive.transforms.beam;

import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Keys;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;

/**
 * Finds the test rows whose question is also learned, as it is or up to symmetry. Invariants alone
 * go to all workers; rows are shuffled only where an invariant occurs in both splits, and forms are
 * made only of these, so that where nothing is amiss this costs next to nothing.
 */
public final class FindLeakedRows extends PTransform<PCollectionTuple, PCollection<LeakedRow>> {
  /** The rows that are learned. */
  public static final TupleTag<PuzzleRow> TRAIN = new TupleTag<>("train") {};

  /** The rows that are tested. */
  public static final TupleTag<PuzzleRow> TEST = new TupleTag<>("test") {};

  private static final TupleTag<KV<Long, PuzzleRow>> ALIKE = new TupleTag<>("alike") {};

  private static final long serialVersionUID = 1;

  private final QuestionForm form;
  private final List<RawSource> sources;

  /**
   * @param form when two questions count as equal
   * @param sources of all rows, for names
   */
  public FindLeakedRows(QuestionForm form, List<RawSource> sources) {
    this.form = form;
    this.sources = List.copyOf(sources);
  }

  @Override
  public PCollection<LeakedRow> expand(PCollectionTuple rows) {
    PCollection<PuzzleRow> test = rows.get(TEST);
    PCollection<KV<Long, PuzzleRow>> train =
        alike(
            "train rows",
            rows.get(TRAIN),
            set("test", test.apply("Invariants of test", ParDo.of(new InvariantFn(form)))));
    PCollection<KV<Long, PuzzleRow>> tested =
        alike("test rows", test, set("train", train.apply("Keys of train", Keys.create())));
    return KeyedPCollectionTuple.of(TRAIN, train)
        .and(TEST, tested)
        .apply("Join", CoGroupByKey.create())
        .apply("Compare", ParDo.of(new CompareRowsFn(form, sources)))
        .setCoder(SerializableCoder.of(LeakedRow.class));
  }

  private static PCollectionView<InvariantSet> set(String of, PCollection<Long> invariants) {
    return invariants
        .setCoder(VarLongCoder.of())
        .apply("Set of " + of, Combine.globally(new InvariantSet.Gather()).asSingletonView());
  }

  /** The rows whose invariant occurs among the others, by invariant. */
  private PCollection<KV<Long, PuzzleRow>> alike(
      String name, PCollection<PuzzleRow> rows, PCollectionView<InvariantSet> others) {
    return SignOfLife.apply(
            "Alike " + name,
            rows,
            ALIKE,
            ParDo.of(new AlikeFn(form, others)).withSideInputs(others))
        .setCoder(KvCoder.of(VarLongCoder.of(), PuzzleRowCoder.of()));
  }

  private static final class InvariantFn extends DoFn<PuzzleRow, Long> {
    private static final long serialVersionUID = 1;

    private final QuestionForm form;

    InvariantFn(QuestionForm form) {
      this.form = form;
    }

    @ProcessElement
    public void processElement(@Element PuzzleRow row, OutputReceiver<Long> out) {
      out.output(form.invariant(row.question()));
    }
  }

  /**
   * In a clean dataset nothing is alike: a sign of life for every bundle that was looked through.
   */
  private static final class AlikeFn extends DoFn<PuzzleRow, KV<Long, PuzzleRow>> {
    private static final long serialVersionUID = 1;

    private final QuestionForm form;
    private final PCollectionView<InvariantSet> others;
    private transient boolean said;

    AlikeFn(QuestionForm form, PCollectionView<InvariantSet> others) {
      this.form = form;
      this.others = others;
    }

    @StartBundle
    public void startBundle() {
      said = false;
    }

    @ProcessElement
    public void processElement(ProcessContext context) {
      if (!said) {
        context.output(SignOfLife.TAG, true);
        said = true;
      }
      long invariant = form.invariant(context.element().question());
      if (context.sideInput(others).contains(invariant)) {
        context.output(KV.of(invariant, context.element()));
      }
    }
  }
}
