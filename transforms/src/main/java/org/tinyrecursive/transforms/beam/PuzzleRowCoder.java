package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.AtomicCoder;
import org.apache.beam.sdk.coders.BigEndianLongCoder;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.coders.VarLongCoder;

/** Rows as bytes: origin, key, then the two grids. */
final class PuzzleRowCoder extends AtomicCoder<PuzzleRow> {
  private static final long serialVersionUID = 1;
  private static final PuzzleRowCoder INSTANCE = new PuzzleRowCoder();

  private PuzzleRowCoder() {}

  static PuzzleRowCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(PuzzleRow row, OutputStream out) throws IOException {
    VarIntCoder.of().encode(row.sourceIndex(), out);
    VarLongCoder.of().encode(row.line(), out);
    BigEndianLongCoder.of().encode(row.key(), out);
    ByteArrayCoder.of().encode(row.question(), out);
    ByteArrayCoder.of().encode(row.answer(), out);
  }

  @Override
  public PuzzleRow decode(InputStream in) throws IOException {
    return new PuzzleRow(
        VarIntCoder.of().decode(in),
        VarLongCoder.of().decode(in),
        BigEndianLongCoder.of().decode(in),
        ByteArrayCoder.of().decode(in),
        ByteArrayCoder.of().decode(in));
  }
}
