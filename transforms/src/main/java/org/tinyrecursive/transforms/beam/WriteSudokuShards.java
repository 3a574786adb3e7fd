package org.tinyrecursive.transforms.beam;

import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.tinyrecursive.transforms.sudoku.SudokuShape;

/**
 * Raw rows in, shards on disk out. Only raw rows are shuffled, once; one function call expands all
 * rows of a shard and writes its file.
 */
public final class WriteSudokuShards
    extends PTransform<PCollection<SudokuRow>, PCollection<WrittenShard>> {
  private static final long serialVersionUID = 1;

  private final int side;
  private final SudokuExpansion expansion;
  private final ShardSettings settings;
  private final RejectLimit limit;

  /**
   * @param limit says whether anything is to be written at all
   */
  public WriteSudokuShards(
      SudokuShape shape, SudokuExpansion expansion, ShardSettings settings, RejectLimit limit) {
    this.side = shape.side();
    this.expansion = expansion;
    this.settings = settings;
    this.limit = limit;
  }

  @Override
  public PCollection<WrittenShard> expand(PCollection<SudokuRow> rows) {
    PCollection<KV<Integer, Iterable<SudokuRow>>> shards =
        rows.apply(
                "Key by shard",
                WithKeys.of(settings::shardOf).withKeyType(TypeDescriptors.integers()))
            .setCoder(KvCoder.of(VarIntCoder.of(), SudokuRowCoder.of()))
            .apply("Group by shard", GroupByKey.create());
    PCollectionView<Map<Integer, ShardSize>> sizes =
        shards
            .apply("Size of shards", ParDo.of(new SizeFn(expansion)))
            .setCoder(KvCoder.of(VarIntCoder.of(), SerializableCoder.of(ShardSize.class)))
            .apply("Sizes to all", View.asMap());
    return shards
        .apply(
            "Expand and write",
            ParDo.of(new WriteFn(new SudokuShardFile(side, expansion, settings), sizes, limit))
                .withSideInputs(sizes, limit.summaries()))
        .setCoder(SerializableCoder.of(WrittenShard.class));
  }

  private static final class SizeFn
      extends DoFn<KV<Integer, Iterable<SudokuRow>>, KV<Integer, ShardSize>> {
    private static final long serialVersionUID = 1;

    private final SudokuExpansion expansion;

    SizeFn(SudokuExpansion expansion) {
      this.expansion = expansion;
    }

    @ProcessElement
    public void processElement(
        @Element KV<Integer, Iterable<SudokuRow>> shard,
        OutputReceiver<KV<Integer, ShardSize>> out) {
      long groups = 0;
      long puzzles = 0;
      for (SudokuRow row : shard.getValue()) {
        groups++;
        puzzles += expansion.puzzles(row);
      }
      out.output(KV.of(shard.getKey(), new ShardSize(groups, puzzles)));
    }
  }

  private static final class WriteFn extends DoFn<KV<Integer, Iterable<SudokuRow>>, WrittenShard> {
    private static final long serialVersionUID = 1;

    private final SudokuShardFile file;
    private final PCollectionView<Map<Integer, ShardSize>> sizes;
    private final RejectLimit limit;

    WriteFn(
        SudokuShardFile file, PCollectionView<Map<Integer, ShardSize>> sizes, RejectLimit limit) {
      this.file = file;
      this.sizes = sizes;
      this.limit = limit;
    }

    @ProcessElement
    public void processElement(ProcessContext context) {
      List<SourceSummary> summaries = context.sideInput(limit.summaries());
      if (limit.isExceeded(summaries)) {
        return;
      }
      KV<Integer, Iterable<SudokuRow>> shard = context.element();
      ShardSize before = ShardSize.before(shard.getKey(), context.sideInput(sizes));
      context.output(file.write(shard.getKey(), shard.getValue(), before));
    }
  }
}
