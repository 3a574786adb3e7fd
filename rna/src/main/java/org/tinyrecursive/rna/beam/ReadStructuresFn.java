package org.tinyrecursive.rna.beam;

import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.tinyrecursive.rna.io.LabelsCsv;
import org.tinyrecursive.rna.io.Located;
import org.tinyrecursive.rna.io.ProblemSink;
import org.tinyrecursive.rna.structure.ReferenceStructures;

/** The targets of a labels or predictions file; refuses the whole at the first problem. */
final class ReadStructuresFn extends DoFn<String, KV<String, ReferenceStructures>> {
  private static final long serialVersionUID = 1;

  private final Role role;
  private final Map<String, Integer> lengths;

  /** What the structures are. */
  enum Role {
    LABELS,
    PREDICTIONS
  }

  /**
   * @param lengths residues of every target that may occur; empty: any
   */
  ReadStructuresFn(Role role, Map<String, Integer> lengths) {
    this.role = role;
    this.lengths = lengths;
  }

  @ProcessElement
  public void processElement(
      @Element String file, OutputReceiver<KV<String, ReferenceStructures>> out) {
    switch (role) {
      case LABELS ->
          LabelsCsv.read(RnaFiles.open(file), target -> emit(target, out), ProblemSink.REFUSE);
      case PREDICTIONS ->
          LabelsCsv.readPredictions(
              RnaFiles.open(file), target -> emit(target, out), ProblemSink.REFUSE);
    }
  }

  private void emit(
      Located<ReferenceStructures> target, OutputReceiver<KV<String, ReferenceStructures>> out) {
    String id = target.value().targetId();
    if (!lengths.isEmpty()) {
      Integer length = lengths.get(id);
      if (length == null) {
        throw target.problem("ID", "names target " + id + ", which has no sequence").refusal();
      }
      if (length != target.value().sequence().length()) {
        throw target
            .problem(
                "ID",
                "target %s has %d residues here, its sequence has %d"
                    .formatted(id, target.value().sequence().length(), length))
            .refusal();
      }
    }
    out.output(KV.of(id, target.value()));
  }
}
