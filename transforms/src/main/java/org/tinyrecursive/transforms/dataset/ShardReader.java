package org.tinyrecursive.transforms.dataset;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.CompressionType;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.RecordBatch;
import org.tinyrecursive.transforms.InputRefusedException;

/** Finds the record batches of a shard from the metadata of the Arrow IPC file. */
final class ShardReader {
  private static final int PREFIX_BYTES = 8;

  private final MappedFile file;
  private final int seqLen;

  private ShardReader(MappedFile file, int seqLen) {
    this.file = file;
    this.seqLen = seqLen;
  }

  /**
   * The record batches of a shard whose first row is at {@code firstExample} of its split.
   *
   * @throws InputRefusedException if the file is not a whole shard with sequences of that length
   */
  static List<BatchLocation> batches(MappedFile file, int seqLen, int firstExample) {
    ShardReader reader = new ShardReader(file, seqLen);
    try {
      return reader.batches(reader.footer(), firstExample);
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      // What flatbuffers does with an offset that leads nowhere.
      throw reader.refused("its metadata is damaged", e);
    }
  }

  private Footer footer() {
    byte[] magic = ArrowMessages.magic();
    int tail = Integer.BYTES + magic.length;
    if (file.size() < ArrowMessages.ALIGNMENT + tail || !hasMagic(0)) {
      throw refused("it is not an Arrow IPC file", null);
    }
    if (!hasMagic(file.size() - magic.length)) {
      throw refused("its end is missing: it was cut off or is still being written", null);
    }
    int length = file.slice(file.size() - tail, Integer.BYTES).getInt(0);
    return Footer.getRootAsFooter(file.slice(file.size() - tail - length, length));
  }

  private boolean hasMagic(long offset) {
    byte[] magic = ArrowMessages.magic();
    byte[] found = new byte[magic.length];
    file.slice(offset, magic.length).get(found);
    return Arrays.equals(found, magic);
  }

  private List<BatchLocation> batches(Footer footer, int firstExample) {
    String expected = ShardSchema.expected(seqLen);
    String found = ShardSchema.describe(present(footer.schema()));
    if (!found.equals(expected)) {
      throw refused("its columns are [%s], expected [%s]".formatted(found, expected), null);
    }
    if (footer.dictionariesLength() != 0) {
      throw refused("it has dictionaries, expected none", null);
    }
    List<BatchLocation> batches = new ArrayList<>();
    int next = firstExample;
    for (int i = 0; i < footer.recordBatchesLength(); i++) {
      Block block = footer.recordBatches(i);
      BatchLocation batch = batch(block, next);
      next = Math.addExact(next, batch.rows());
      if (batch.rows() > 0) {
        batches.add(batch);
      }
    }
    return batches;
  }

  private BatchLocation batch(Block block, int firstExample) {
    ByteBuffer metadata = file.slice(block.offset(), block.metaDataLength());
    Message message = Message.getRootAsMessage(metadata.position(PREFIX_BYTES));
    if (message.headerType() != MessageHeader.RecordBatch) {
      throw refused("no record batch at byte " + block.offset(), null);
    }
    RecordBatch batch = (RecordBatch) present(message.header(new RecordBatch()));
    if (batch.nodesLength() != ShardSchema.NODES
        || batch.buffersLength() != ShardSchema.BUFFERS
        || batch.length() < 0
        || batch.length() * seqLen > Integer.MAX_VALUE) {
      throw refused(
          "the record batch at byte %d has %d rows, %d nodes and %d buffers"
              .formatted(
                  block.offset(), batch.length(), batch.nodesLength(), batch.buffersLength()),
          null);
    }
    for (int i = 0; i < batch.nodesLength(); i++) {
      if (batch.nodes(i).nullCount() != 0) {
        throw refused("it holds nulls, expected none", null);
      }
    }
    Compression compression = compression(batch.compression());
    long body = block.offset() + block.metaDataLength();
    List<BufferSlice> ids = new ArrayList<>();
    for (int column = 0; column < ShardSchema.ID_COLUMNS.size(); column++) {
      ids.add(slice(batch.buffers(ShardSchema.idBuffer(column)), body, compression));
    }
    return new BatchLocation(
        file,
        firstExample,
        (int) batch.length(),
        List.copyOf(ids),
        slice(batch.buffers(ShardSchema.tokenBuffer(0)), body, compression),
        slice(batch.buffers(ShardSchema.tokenBuffer(1)), body, compression));
  }

  private Compression compression(BodyCompression compression) {
    if (compression == null) {
      return Compression.NONE;
    }
    if (compression.codec() != CompressionType.ZSTD) {
      throw refused(
          "it is compressed with %s, allowed: zstd, none"
              .formatted(CompressionType.name(compression.codec())),
          null);
    }
    return Compression.ZSTD;
  }

  private BufferSlice slice(Buffer buffer, long body, Compression compression) {
    file.slice(body + buffer.offset(), buffer.length()); // refuses what is not in the file
    return new BufferSlice(body + buffer.offset(), (int) buffer.length(), compression);
  }

  /** Flatbuffers gives null for a part that is not there. */
  private <T> T present(T part) {
    if (part == null) {
      throw refused("its metadata is damaged", null);
    }
    return part;
  }

  private InputRefusedException refused(String why, Throwable cause) {
    return new InputRefusedException(
        "%s is not a shard of this format: %s; get it again or rebuild the dataset"
            .formatted(file.file(), why),
        cause);
  }
}
