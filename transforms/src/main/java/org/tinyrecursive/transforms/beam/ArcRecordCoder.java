package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.ArcPair;
import org.tinyrecursive.transforms.arc.ArcTask;
import org.tinyrecursive.transforms.arc.TestPairs;

/** Tasks as bytes: origin, id, then a byte per cell. */
final class ArcRecordCoder extends AtomicCoder<ArcRecord> {
  private static final long serialVersionUID = 1;
  private static final ArcRecordCoder INSTANCE = new ArcRecordCoder();

  private ArcRecordCoder() {}

  static ArcRecordCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(ArcRecord record, OutputStream out) throws IOException {
    VarIntCoder.of().encode(record.sourceIndex(), out);
    out.write(record.use() == TestPairs.HELD_OUT ? 1 : 0);
    StringUtf8Coder.of().encode(record.task().id(), out);
    encode(record.task().train(), out);
    encode(record.task().test(), out);
  }

  @Override
  public ArcRecord decode(InputStream in) throws IOException {
    int sourceIndex = VarIntCoder.of().decode(in);
    TestPairs use = in.read() == 1 ? TestPairs.HELD_OUT : TestPairs.LEARNED;
    String id = StringUtf8Coder.of().decode(in);
    return new ArcRecord(new ArcTask(id, decodePairs(in), decodePairs(in)), sourceIndex, use);
  }

  private static void encode(List<ArcPair> pairs, OutputStream out) throws IOException {
    VarIntCoder.of().encode(pairs.size(), out);
    for (ArcPair pair : pairs) {
      encode(pair.input(), out);
      encode(pair.output(), out);
    }
  }

  private static void encode(ArcGrid grid, OutputStream out) throws IOException {
    out.write(grid.rows());
    out.write(grid.columns());
    ByteArrayCoder.of().encode(grid.toCells(), out);
  }

  private static List<ArcPair> decodePairs(InputStream in) throws IOException {
    int count = VarIntCoder.of().decode(in);
    List<ArcPair> pairs = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      pairs.add(new ArcPair(decodeGrid(in), decodeGrid(in)));
    }
    return pairs;
  }

  private static ArcGrid decodeGrid(InputStream in) throws IOException {
    return ArcGrid.of(in.read(), in.read(), ByteArrayCoder.of().decode(in));
  }
}
