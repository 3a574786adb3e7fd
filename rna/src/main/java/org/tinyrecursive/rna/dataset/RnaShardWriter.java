package org.tinyrecursive.rna.dataset;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.arrow.compression.CommonsCompressionFactory;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.UInt1Vector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.complex.ListVector;
import org.apache.arrow.vector.compression.CompressionUtil;
import org.apache.arrow.vector.ipc.ArrowFileWriter;
import org.apache.arrow.vector.ipc.message.IpcOption;
import org.tinyrecursive.rna.structure.ChainSpan;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.transforms.dataset.Compression;

/**
 * Writes one shard, one row for every window of a target. The same rows give the same bytes. Memory
 * is that of one batch. For one thread.
 */
public final class RnaShardWriter implements Closeable {
  /** Values, coordinates for the most part, after which a batch is written. */
  private static final int BATCH_VALUES = 1 << 18;

  private final BufferAllocator allocator = new RootAllocator();
  private final VectorSchemaRoot root = VectorSchemaRoot.create(RnaShardSchema.schema(), allocator);
  private final ArrowFileWriter writer;
  private int rows;
  private long values;

  /**
   * Begins a file.
   *
   * @param channel is closed with this
   */
  public RnaShardWriter(WritableByteChannel channel, Compression compression) throws IOException {
    writer =
        compression == Compression.ZSTD
            ? new ArrowFileWriter(
                root,
                null,
                channel,
                Map.of(),
                IpcOption.DEFAULT,
                CommonsCompressionFactory.INSTANCE,
                CompressionUtil.CodecType.ZSTD)
            : new ArrowFileWriter(root, null, channel);
    writer.start();
  }

  /**
   * Adds a window.
   *
   * @param structures of the whole target, at least one
   * @param profile shares of the whole target, see {@link MsaProfile}; empty where there is none
   */
  public void append(RnaTarget target, Crop crop, List<Coordinates> structures, float[] profile)
      throws IOException {
    ((VarCharVector) root.getVector(RnaShardSchema.TARGET_ID))
        .setSafe(rows, target.id().getBytes(StandardCharsets.UTF_8));
    ((DateDayVector) root.getVector(RnaShardSchema.CUTOFF))
        .setSafe(rows, (int) Math.min(Integer.MAX_VALUE, target.cutoff().toEpochDay()));
    integer(RnaShardSchema.TARGET_LENGTH, target.sequence().length());
    integer(RnaShardSchema.CROP_START, crop.from());
    integer(RnaShardSchema.REFERENCES, structures.size());
    appendResidues(target, crop);
    appendCoordinates(crop, structures);
    appendProfile(crop, profile);
    rows++;
    values += (long) (crop.to() - crop.from()) * (3L * structures.size() + MsaProfile.CHANNELS);
    if (values >= BATCH_VALUES) {
      writeBatch();
    }
  }

  /** Completes the file; no row can follow. */
  public void finish() throws IOException {
    if (rows > 0) {
      writeBatch();
    }
    writer.end();
  }

  /** Releases memory and closes the channel; without {@link #finish} the file is not whole. */
  @Override
  public void close() {
    writer.close();
    root.close();
    allocator.close();
  }

  private void writeBatch() throws IOException {
    root.setRowCount(rows);
    writer.writeBatch();
    root.clear();
    rows = 0;
    values = 0;
  }

  private void integer(String column, int value) {
    ((IntVector) root.getVector(column)).setSafe(rows, value);
  }

  private void appendResidues(RnaTarget target, Crop crop) {
    ListVector tokens = (ListVector) root.getVector(RnaShardSchema.TOKENS);
    ListVector chains = (ListVector) root.getVector(RnaShardSchema.CHAIN_INDEX);
    ListVector residues = (ListVector) root.getVector(RnaShardSchema.RESIDUE_INDEX);
    int length = crop.to() - crop.from();
    int token = tokens.startNewValue(rows);
    int chain = chains.startNewValue(rows);
    int residue = residues.startNewValue(rows);
    for (int c = 0; c < target.chains().size(); c++) {
      ChainSpan span = target.chains().get(c);
      for (int i = Math.max(crop.from(), span.from()); i < Math.min(crop.to(), span.to()); i++) {
        int at = i - crop.from();
        ((UInt1Vector) tokens.getDataVector())
            .setSafe(token + at, RnaTokens.of(target.sequence().at(i)));
        ((IntVector) chains.getDataVector()).setSafe(chain + at, c);
        ((IntVector) residues.getDataVector()).setSafe(residue + at, i - span.from());
      }
    }
    tokens.endValue(rows, length);
    chains.endValue(rows, length);
    residues.endValue(rows, length);
  }

  private void appendCoordinates(Crop crop, List<Coordinates> structures) {
    ListVector list = (ListVector) root.getVector(RnaShardSchema.COORDINATES);
    Float4Vector numbers = (Float4Vector) list.getDataVector();
    int start = list.startNewValue(rows);
    int at = start;
    for (Coordinates structure : structures) {
      for (int i = crop.from(); i < crop.to(); i++) {
        numbers.setSafe(at++, (float) structure.x(i));
        numbers.setSafe(at++, (float) structure.y(i));
        numbers.setSafe(at++, (float) structure.z(i));
      }
    }
    list.endValue(rows, at - start);
  }

  private void appendProfile(Crop crop, float[] profile) {
    ListVector list = (ListVector) root.getVector(RnaShardSchema.PROFILE);
    Float4Vector numbers = (Float4Vector) list.getDataVector();
    int start = list.startNewValue(rows);
    int length = profile.length == 0 ? 0 : MsaProfile.CHANNELS * (crop.to() - crop.from());
    for (int i = 0; i < length; i++) {
      numbers.setSafe(start + i, profile[MsaProfile.CHANNELS * crop.from() + i]);
    }
    list.endValue(rows, length);
  }
}
