package org.tinyrecursive.transforms.dataset;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.List;
import org.apache.arrow.flatbuf.Endianness;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FixedSizeList;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Schema;
import org.apache.arrow.flatbuf.Type;

/**
 * The columns of a shard, none nullable: four of int32, then two of FixedSizeList&lt;uint8&gt;.
 *
 * <p>In a record batch an int32 column has one field node and the buffers validity, values; a list
 * column has two nodes (the list, its items) and the buffers validity, item validity, items.
 */
final class ShardSchema {
  static final List<String> ID_COLUMNS =
      List.of("group_id", "puzzle_id", "puzzle_identifier", "example_id");
  static final List<String> TOKEN_COLUMNS = List.of("inputs", "labels");

  static final int BUFFERS_PER_ID_COLUMN = 2;
  static final int BUFFERS_PER_TOKEN_COLUMN = 3;
  static final int NODES = ID_COLUMNS.size() + 2 * TOKEN_COLUMNS.size();
  static final int BUFFERS =
      BUFFERS_PER_ID_COLUMN * ID_COLUMNS.size() + BUFFERS_PER_TOKEN_COLUMN * TOKEN_COLUMNS.size();

  private static final String ITEM = "item";
  private static final int ID_BITS = 32;
  private static final int TOKEN_BITS = 8;

  private ShardSchema() {}

  /** Which buffer of a record batch holds the values of id column {@code column}. */
  static int idBuffer(int column) {
    return BUFFERS_PER_ID_COLUMN * column + 1;
  }

  /** Which buffer of a record batch holds the tokens of token column {@code column}. */
  static int tokenBuffer(int column) {
    return BUFFERS_PER_ID_COLUMN * ID_COLUMNS.size() + BUFFERS_PER_TOKEN_COLUMN * column + 2;
  }

  /** Writes the schema into a flatbuffer under construction and returns its offset. */
  static int build(FlatBufferBuilder builder, int seqLen) {
    int[] fields = new int[ID_COLUMNS.size() + TOKEN_COLUMNS.size()];
    int next = 0;
    for (String name : ID_COLUMNS) {
      fields[next++] = field(builder, name, Type.Int, Int.createInt(builder, ID_BITS, true));
    }
    for (String name : TOKEN_COLUMNS) {
      int item = field(builder, ITEM, Type.Int, Int.createInt(builder, TOKEN_BITS, false));
      int list = FixedSizeList.createFixedSizeList(builder, seqLen);
      fields[next++] = field(builder, name, Type.FixedSizeList, list, item);
    }
    int vector = Schema.createFieldsVector(builder, fields);
    return Schema.createSchema(builder, Endianness.Little, vector, 0, 0);
  }

  private static int field(
      FlatBufferBuilder builder, String name, byte type, int typeOffset, int... children) {
    int nameOffset = builder.createString(name);
    int childVector = Field.createChildrenVector(builder, children);
    return Field.createField(builder, nameOffset, false, type, typeOffset, 0, childVector, 0);
  }

  /** The columns of a schema as text, which tells two schemas apart and goes into messages. */
  static String describe(Schema schema) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < schema.fieldsLength(); i++) {
      text.append(i == 0 ? "" : ", ").append(describe(schema.fields(i)));
    }
    return text.toString();
  }

  /** What {@link #describe(Schema)} says of a shard with sequences of that length. */
  static String expected(int seqLen) {
    FlatBufferBuilder builder = new FlatBufferBuilder();
    builder.finish(build(builder, seqLen));
    return describe(Schema.getRootAsSchema(builder.dataBuffer()));
  }

  private static String describe(Field field) {
    if (field.type(new Int()) instanceof Int type && field.typeType() == Type.Int) {
      return "%s %sint%d".formatted(field.name(), type.isSigned() ? "" : "u", type.bitWidth());
    }
    if (field.type(new FixedSizeList()) instanceof FixedSizeList type
        && field.typeType() == Type.FixedSizeList
        && field.childrenLength() == 1) {
      return "%s list of %d (%s)"
          .formatted(field.name(), type.listSize(), describe(field.children(0)));
    }
    return field.name() + " of type " + field.typeType();
  }
}
