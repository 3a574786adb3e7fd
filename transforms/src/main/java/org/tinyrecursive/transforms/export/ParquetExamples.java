package org.tinyrecursive.transforms.export;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;

/**
 * How an example lies in a Parquet file: four columns of int32, and {@code inputs} and {@code
 * labels} as lists of uint8, nothing nullable. Lists have the three levels of the Parquet format's
 * specification ("LogicalTypes", "Lists").
 */
final class ParquetExamples extends WriteSupport<ExampleRow> {
  private static final long ROW_GROUP_BYTES = 16L << 20;
  private static final String LIST = "list";
  private static final String ELEMENT = "element";
  private static final int BYTE_BITS = 8;

  private static final MessageType SCHEMA =
      Types.buildMessage()
          .required(INT32)
          .named("group")
          .required(INT32)
          .named("puzzle_id")
          .required(INT32)
          .named("puzzle_identifier")
          .required(INT32)
          .named("example")
          .requiredList()
          .requiredElement(INT32)
          .as(LogicalTypeAnnotation.intType(BYTE_BITS, false))
          .named("inputs")
          .requiredList()
          .requiredElement(INT32)
          .as(LogicalTypeAnnotation.intType(BYTE_BITS, false))
          .named("labels")
          .named("example");

  private RecordConsumer consumer;

  /** A writer of that file, which must not exist. */
  static ParquetWriter<ExampleRow> create(Path file) throws IOException {
    return new Builder(new LocalOutputFile(file))
        .withConf(new PlainParquetConfiguration())
        .withCompressionCodec(CompressionCodecName.ZSTD)
        .withCodecFactory(new ZstdPages())
        .withRowGroupSize(ROW_GROUP_BYTES)
        .build();
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(SCHEMA, Map.of());
  }

  @Override
  @Deprecated
  public WriteContext init(Configuration configuration) {
    return new WriteContext(SCHEMA, Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer = recordConsumer;
  }

  @Override
  public void write(ExampleRow row) {
    consumer.startMessage();
    number(0, row.group());
    number(1, row.puzzleId());
    number(2, row.puzzleIdentifier());
    number(3, row.example());
    tokens(4, row.inputs());
    tokens(5, row.labels());
    consumer.endMessage();
  }

  private void number(int field, int value) {
    String name = SCHEMA.getFieldName(field);
    consumer.startField(name, field);
    consumer.addInteger(value);
    consumer.endField(name, field);
  }

  private void tokens(int field, byte[] tokens) {
    String name = SCHEMA.getFieldName(field);
    consumer.startField(name, field);
    consumer.startGroup();
    consumer.startField(LIST, 0);
    for (byte token : tokens) {
      consumer.startGroup();
      consumer.startField(ELEMENT, 0);
      consumer.addInteger(Byte.toUnsignedInt(token));
      consumer.endField(ELEMENT, 0);
      consumer.endGroup();
    }
    consumer.endField(LIST, 0);
    consumer.endGroup();
    consumer.endField(name, field);
  }

  private static final class Builder extends ParquetWriter.Builder<ExampleRow, Builder> {
    Builder(OutputFile file) {
      super(file);
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<ExampleRow> getWriteSupport(ParquetConfiguration configuration) {
      return new ParquetExamples();
    }

    @Override
    @Deprecated
    protected WriteSupport<ExampleRow> getWriteSupport(Configuration configuration) {
      return new ParquetExamples();
    }
  }
}
