package org.tinyrecursive.transforms.dataset;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.flatbuf.Block;
import org.apache.arrow.flatbuf.BodyCompression;
import org.apache.arrow.flatbuf.BodyCompressionMethod;
import org.apache.arrow.flatbuf.Buffer;
import org.apache.arrow.flatbuf.CompressionType;
import org.apache.arrow.flatbuf.FieldNode;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.MetadataVersion;
import org.apache.arrow.flatbuf.RecordBatch;

/**
 * The framing of an Arrow IPC file ("Serialization and Interprocess Communication" in the Arrow
 * columnar format specification, metadata version 5).
 */
final class ArrowMessages {
  /** First and last bytes of the file. */
  private static final byte[] MAGIC = "ARROW1".getBytes(StandardCharsets.US_ASCII);

  static final int ALIGNMENT = 8;

  private static final int CONTINUATION = 0xFFFFFFFF;
  private static final int PREFIX_BYTES = 8;

  private ArrowMessages() {}

  static byte[] magic() {
    return MAGIC.clone();
  }

  /** The magic, padded so that the first message is aligned. */
  static byte[] fileStart() {
    return Arrays.copyOf(MAGIC, ALIGNMENT);
  }

  static byte[] schema(int seqLen) {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    return message(builder, MessageHeader.Schema, ShardSchema.build(builder, seqLen), 0);
  }

  /** A record batch's metadata; {@code offsets} and {@code lengths} locate its buffers. */
  static byte[] recordBatch(
      int rows, int seqLen, Compression compression, long[] offsets, long[] lengths, long body) {
    FlatBufferBuilder builder = new FlatBufferBuilder(1024);
    int codec =
        compression == Compression.ZSTD
            ? BodyCompression.createBodyCompression(
                builder, CompressionType.ZSTD, BodyCompressionMethod.BUFFER)
            : 0;
    // Flatbuffers vectors of structs are built from their last element.
    RecordBatch.startBuffersVector(builder, offsets.length);
    for (int i = offsets.length - 1; i >= 0; i--) {
      Buffer.createBuffer(builder, offsets[i], lengths[i]);
    }
    int buffers = builder.endVector();
    RecordBatch.startNodesVector(builder, ShardSchema.NODES);
    for (int i = 0; i < ShardSchema.TOKEN_COLUMNS.size(); i++) {
      FieldNode.createFieldNode(builder, (long) rows * seqLen, 0);
      FieldNode.createFieldNode(builder, rows, 0);
    }
    for (int i = 0; i < ShardSchema.ID_COLUMNS.size(); i++) {
      FieldNode.createFieldNode(builder, rows, 0);
    }
    int nodes = builder.endVector();
    int batch = RecordBatch.createRecordBatch(builder, rows, nodes, buffers, codec, 0);
    return message(builder, MessageHeader.RecordBatch, batch, body);
  }

  /** The end of the stream of messages, the footer, its length and the magic. */
  static byte[] fileEnd(int seqLen, List<ArrowBlock> blocks) {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    int schema = ShardSchema.build(builder, seqLen);
    Footer.startDictionariesVector(builder, 0);
    int dictionaries = builder.endVector();
    Footer.startRecordBatchesVector(builder, blocks.size());
    for (int i = blocks.size() - 1; i >= 0; i--) {
      ArrowBlock block = blocks.get(i);
      Block.createBlock(builder, block.offset(), block.metadataLength(), block.bodyLength());
    }
    int batches = builder.endVector();
    builder.finish(
        Footer.createFooter(builder, MetadataVersion.V5, schema, dictionaries, batches, 0));
    byte[] footer = builder.sizedByteArray();
    return ByteBuffer.allocate(PREFIX_BYTES + footer.length + Integer.BYTES + MAGIC.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(CONTINUATION)
        .putInt(0)
        .put(footer)
        .putInt(footer.length)
        .put(MAGIC)
        .array();
  }

  /** {@code length} rounded up to the alignment of messages and buffers. */
  static long padded(long length) {
    return (length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }

  private static byte[] message(FlatBufferBuilder builder, byte type, int header, long body) {
    builder.finish(Message.createMessage(builder, MetadataVersion.V5, type, header, body, 0));
    byte[] metadata = builder.sizedByteArray();
    int length = (int) padded(metadata.length);
    return ByteBuffer.allocate(PREFIX_BYTES + length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(CONTINUATION)
        .putInt(length)
        .put(metadata)
        .array();
  }
}
