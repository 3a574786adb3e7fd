package org.tinyrecursive.rna.beam;

import java.io.Serializable;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.CoGroupByKey;
import org.apache.beam.sdk.transforms.join.KeyedPCollectionTuple;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.tinyrecursive.rna.dataset.LabelledTarget;
import org.tinyrecursive.rna.dataset.RnaShardSummary;
import org.tinyrecursive.rna.io.Located;
import org.tinyrecursive.rna.io.RecordProblem;
import org.tinyrecursive.rna.structure.ReferenceStructures;
import org.tinyrecursive.rna.structure.RnaTarget;

/**
 * Sequences files in, shards out. What cannot be used leaves by a side output, with file, line and
 * field.
 */
public final class WriteRnaDataset extends PTransform<PCollection<String>, PCollectionTuple> {
  /** Output: what the manifest records of each shard. */
  public static final TupleTag<RnaShardSummary> SHARDS = new TupleTag<>() {};

  /** Output: everything that is wrong with the input. */
  public static final TupleTag<RecordProblem> PROBLEMS = new TupleTag<>() {};

  /** Namespace of the counter {@link #WRITTEN}. */
  public static final String COUNTERS = "rna-dataset";

  /** Counter: targets written so far. */
  public static final String WRITTEN = "targets";

  private static final long serialVersionUID = 1;

  private final PCollection<String> labels;
  private final RnaShardPlan plan;

  /**
   * @param labels files with the known structures
   * @param plan where windows go
   */
  public WriteRnaDataset(PCollection<String> labels, RnaShardPlan plan) {
    this.labels = labels;
    this.plan = plan;
  }

  @Override
  public PCollectionTuple expand(PCollection<String> sequences) {
    PCollectionTuple targets = read(sequences, "Read sequences", ReadRnaFn.sequences());
    PCollectionTuple structures = read(labels, "Read labels", ReadRnaFn.labels());
    PCollectionTuple joined =
        KeyedPCollectionTuple.of(
                JoinLabelsFn.SEQUENCES,
                records(
                    targets, ReadRnaFn.sequences(), new TypeDescriptor<Located<RnaTarget>>() {}))
            .and(
                JoinLabelsFn.LABELS,
                records(
                    structures,
                    ReadRnaFn.labels(),
                    new TypeDescriptor<Located<ReferenceStructures>>() {}))
            .apply("Join by target", CoGroupByKey.create())
            .apply(
                "Check",
                ParDo.of(new JoinLabelsFn(plan))
                    .withOutputTags(JoinLabelsFn.JOINED, TupleTagList.of(JoinLabelsFn.PROBLEMS)));
    PCollection<RnaShardSummary> shards =
        joined
            .get(JoinLabelsFn.JOINED)
            .setCoder(KvCoder.of(StringUtf8Coder.of(), SerializableCoder.of(LabelledTarget.class)))
            .apply("Group by shard", GroupByKey.create())
            .apply("Write shards", ParDo.of(new WriteRnaShardFn(plan)))
            .setCoder(SerializableCoder.of(RnaShardSummary.class));
    PCollection<RecordProblem> problems =
        PCollectionList.of(problems(targets.get(ReadRnaFn.PROBLEMS)))
            .and(problems(structures.get(ReadRnaFn.PROBLEMS)))
            .and(problems(joined.get(JoinLabelsFn.PROBLEMS)))
            .apply("All problems", Flatten.pCollections());
    return PCollectionTuple.of(SHARDS, shards).and(PROBLEMS, problems);
  }

  private static <T extends Serializable> PCollectionTuple read(
      PCollection<String> files, String step, ReadRnaFn<T> reader) {
    return files.apply(
        step,
        ParDo.of(reader).withOutputTags(reader.records(), TupleTagList.of(ReadRnaFn.PROBLEMS)));
  }

  private static <T extends Serializable> PCollection<KV<String, Located<T>>> records(
      PCollectionTuple read, ReadRnaFn<T> reader, TypeDescriptor<Located<T>> type) {
    return read.get(reader.records())
        .setCoder(KvCoder.of(StringUtf8Coder.of(), SerializableCoder.of(type)));
  }

  private static PCollection<RecordProblem> problems(PCollection<RecordProblem> problems) {
    return problems.setCoder(SerializableCoder.of(RecordProblem.class));
  }
}
