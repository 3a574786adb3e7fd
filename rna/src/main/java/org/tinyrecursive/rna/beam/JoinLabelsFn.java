package org.tinyrecursive.rna.beam;

import java.util.Iterator;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.tinyrecursive.rna.dataset.LabelledTarget;
import org.tinyrecursive.rna.io.Located;
import org.tinyrecursive.rna.io.RecordProblem;
import org.tinyrecursive.rna.structure.ReferenceStructures;
import org.tinyrecursive.rna.structure.RnaTarget;

/** Brings a target and its structures together; one without the other is a problem. */
final class JoinLabelsFn extends DoFn<KV<String, CoGbkResult>, KV<String, LabelledTarget>> {
  static final TupleTag<Located<RnaTarget>> SEQUENCES = new TupleTag<>() {};
  static final TupleTag<Located<ReferenceStructures>> LABELS = new TupleTag<>() {};
  static final TupleTag<KV<String, LabelledTarget>> JOINED = new TupleTag<>() {};
  static final TupleTag<RecordProblem> PROBLEMS = new TupleTag<>() {};

  private static final long serialVersionUID = 1;

  private final RnaShardPlan plan;

  JoinLabelsFn(RnaShardPlan plan) {
    this.plan = plan;
  }

  @ProcessElement
  public void processElement(@Element KV<String, CoGbkResult> group, MultiOutputReceiver out) {
    Iterator<Located<RnaTarget>> targets = group.getValue().getAll(SEQUENCES).iterator();
    Iterator<Located<ReferenceStructures>> labels = group.getValue().getAll(LABELS).iterator();
    String id = group.getKey();
    if (!targets.hasNext()) {
      labels.forEachRemaining(
          label ->
              out.get(PROBLEMS)
                  .output(
                      label.problem(
                          "ID",
                          "names target " + id + ", which has no sequence that can be used")));
      return;
    }
    Located<RnaTarget> target = targets.next();
    targets.forEachRemaining(
        again -> out.get(PROBLEMS).output(again.problem("target_id", "'" + id + "' occurs twice")));
    if (!labels.hasNext()) {
      out.get(PROBLEMS)
          .output(target.problem("target_id", "'" + id + "' has no labels that can be used"));
      return;
    }
    Located<ReferenceStructures> label = labels.next();
    labels.forEachRemaining(
        again -> out.get(PROBLEMS).output(again.problem("ID", "'" + id + "' is labelled twice")));
    int residues = target.value().sequence().length();
    int labelled = label.value().sequence().length();
    if (residues != labelled) {
      out.get(PROBLEMS)
          .output(
              label.problem(
                  "ID",
                  "target %s has %d residues here, %d in %s"
                      .formatted(id, labelled, residues, target.file())));
      return;
    }
    out.get(JOINED)
        .output(
            KV.of(plan.fileOf(target.value()), new LabelledTarget(target.value(), label.value())));
  }
}
