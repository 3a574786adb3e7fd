package org.tinyrecursive.rna.beam;

import java.io.Serializable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.TupleTag;
import org.tinyrecursive.rna.io.LabelsCsv;
import org.tinyrecursive.rna.io.Located;
import org.tinyrecursive.rna.io.ProblemSink;
import org.tinyrecursive.rna.io.RecordProblem;
import org.tinyrecursive.rna.io.SequencesCsv;
import org.tinyrecursive.rna.io.TextSource;
import org.tinyrecursive.rna.structure.ReferenceStructures;
import org.tinyrecursive.rna.structure.RnaTarget;

/** Reads files record by record, keyed by target; what is wrong with them goes to a side output. */
final class ReadRnaFn<T extends Serializable> extends DoFn<String, KV<String, Located<T>>> {
  static final TupleTag<RecordProblem> PROBLEMS = new TupleTag<>() {};

  private static final long serialVersionUID = 1;

  private final Reader<T> reader;
  private final Name<T> name;

  /** One of the readers of rna.io. */
  interface Reader<T extends Serializable> extends Serializable {
    void read(TextSource source, Consumer<Located<T>> records, ProblemSink problems);
  }

  private interface Name<T> extends Function<T, String>, Serializable {}

  private ReadRnaFn(Reader<T> reader, Name<T> name) {
    this.reader = reader;
    this.name = name;
  }

  static ReadRnaFn<RnaTarget> sequences() {
    return new ReadRnaFn<>(SequencesCsv::read, RnaTarget::id);
  }

  static ReadRnaFn<ReferenceStructures> labels() {
    return new ReadRnaFn<>(LabelsCsv::read, ReferenceStructures::targetId);
  }

  @ProcessElement
  public void processElement(@Element String file, MultiOutputReceiver out) {
    reader.read(
        RnaFiles.open(file),
        record -> out.get(records()).output(KV.of(name.apply(record.value()), record)),
        problem -> out.get(PROBLEMS).output(problem));
  }

  /** The main output. */
  TupleTag<KV<String, Located<T>>> records() {
    return new TupleTag<>("records");
  }
}
