package org.tinyrecursive.transforms.beam;

import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TypeDescriptors;

/**
 * Raw records of one split in, its shards out. Only raw records are shuffled, once; one function
 * call expands all records of a shard and writes its file.
 *
 * @param <R> the raw record
 */
public final class WriteShards<R> extends PTransform<PCollection<R>, PCollection<WrittenShard>> {
  private static final long serialVersionUID = 1;

  private static final TupleTag<WrittenShard> WRITTEN = new TupleTag<>("written") {};

  private final GroupExpansion<R> expansion;
  private final ShardSettings settings;
  private final RejectLimit limit;

  /**
   * @param expansion what a record becomes
   * @param limit says whether anything is to be written at all
   */
  public WriteShards(GroupExpansion<R> expansion, ShardSettings settings, RejectLimit limit) {
    this.expansion = expansion;
    this.settings = settings;
    this.limit = limit;
  }

  @Override
  public PCollection<WrittenShard> expand(PCollection<R> records) {
    GroupExpansion<R> groups = expansion;
    ShardSettings split = settings;
    PCollection<KV<Integer, Iterable<R>>> shards =
        records
            .apply(
                "Key by shard",
                WithKeys.<Integer, R>of(record -> split.shardOf(groups.place(record)))
                    .withKeyType(TypeDescriptors.integers()))
            .setCoder(KvCoder.of(VarIntCoder.of(), expansion.coder()))
            .apply("Group by shard", GroupByKey.create());
    PCollectionView<Map<Integer, ShardSize>> sizes =
        shards
            .apply("Size of shards", ParDo.of(new SizeFn<>(expansion)))
            .setCoder(KvCoder.of(VarIntCoder.of(), SerializableCoder.of(ShardSize.class)))
            .apply("Sizes to all", View.asMap());
    return SignOfLife.apply(
            "Expand and write",
            shards,
            WRITTEN,
            ParDo.of(new WriteFn<>(new ShardFile<>(expansion, settings), sizes, limit))
                .withSideInputs(sizes, limit.summaries()))
        .setCoder(SerializableCoder.of(WrittenShard.class));
  }

  private static final class SizeFn<R>
      extends DoFn<KV<Integer, Iterable<R>>, KV<Integer, ShardSize>> {
    private static final long serialVersionUID = 1;

    private final GroupExpansion<R> expansion;
    private final Counter expected =
        Metrics.counter(BuildCounters.NAMESPACE, BuildCounters.EXPECTED_PUZZLES);

    SizeFn(GroupExpansion<R> expansion) {
      this.expansion = expansion;
    }

    @ProcessElement
    public void processElement(
        @Element KV<Integer, Iterable<R>> shard, OutputReceiver<KV<Integer, ShardSize>> out) {
      long groups = 0;
      long puzzles = 0;
      for (R record : shard.getValue()) {
        groups++;
        puzzles += expansion.puzzles(record);
      }
      expected.inc(puzzles);
      out.output(KV.of(shard.getKey(), new ShardSize(groups, puzzles)));
    }
  }

  private static final class WriteFn<R> extends DoFn<KV<Integer, Iterable<R>>, WrittenShard> {
    private static final long serialVersionUID = 1;

    private final ShardFile<R> file;
    private final PCollectionView<Map<Integer, ShardSize>> sizes;
    private final RejectLimit limit;

    WriteFn(ShardFile<R> file, PCollectionView<Map<Integer, ShardSize>> sizes, RejectLimit limit) {
      this.file = file;
      this.sizes = sizes;
      this.limit = limit;
    }

    @ProcessElement
    public void processElement(ProcessContext context) {
      List<SourceSummary> summaries = context.sideInput(limit.summaries());
      if (limit.isExceeded(summaries)) {
        context.output(SignOfLife.TAG, true);
        return;
      }
      KV<Integer, Iterable<R>> shard = context.element();
      ShardSize before = ShardSize.before(shard.getKey(), context.sideInput(sizes));
      context.output(file.write(shard.getKey(), shard.getValue(), before));
    }
  }
}
