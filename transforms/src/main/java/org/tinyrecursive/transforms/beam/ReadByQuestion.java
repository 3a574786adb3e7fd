package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Files of rows that belong to questions in; checked rows by {@link QuestionGroup}, and rejects,
 * out.
 */
final class ReadByQuestion<T extends Serializable>
    extends PTransform<PCollection<RawSource>, PCollectionTuple> {
  static final TupleTag<Reject> REJECTS = new TupleTag<>() {};

  private static final long serialVersionUID = 1;

  private final DoFn<RawSource, KV<Integer, T>> reader;
  private final TupleTag<KV<Integer, T>> rows;
  private final Class<T> type;

  /**
   * @param reader outputs good rows to {@code rows}, others to {@link #REJECTS}
   * @param type of the rows
   */
  ReadByQuestion(
      DoFn<RawSource, KV<Integer, T>> reader, TupleTag<KV<Integer, T>> rows, Class<T> type) {
    this.reader = reader;
    this.rows = rows;
    this.type = type;
  }

  @Override
  public PCollectionTuple expand(PCollection<RawSource> sources) {
    PCollectionTuple read =
        sources.apply(
            "Read files", ParDo.of(reader).withOutputTags(rows, TupleTagList.of(REJECTS)));
    read.get(rows).setCoder(KvCoder.of(VarIntCoder.of(), SerializableCoder.of(type)));
    read.get(REJECTS).setCoder(SerializableCoder.of(Reject.class));
    return read;
  }
}
