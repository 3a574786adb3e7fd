package org.tinyrecursive.transforms.prediction;

import java.util.List;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/**
 * Columns of a predictions file: {@code id} int32, {@code question} and {@code prediction} fixed
 * size list of uint8 tokens, {@code correct} bool, {@code q_halt} float32, {@code steps} int32,
 * {@code verified} bool, {@code puzzle_identifier} int32; none is ever null.
 */
final class PredictionSchema {
  private static final int TOKEN_BITS = 8;
  private static final int INT_BITS = 32;

  private PredictionSchema() {}

  static Schema of(int seqLen) {
    return new Schema(
        List.of(
            scalar("id", new ArrowType.Int(INT_BITS, true)),
            tokens("question", seqLen),
            tokens("prediction", seqLen),
            scalar("correct", ArrowType.Bool.INSTANCE),
            scalar("q_halt", new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE)),
            scalar("steps", new ArrowType.Int(INT_BITS, true)),
            scalar("verified", ArrowType.Bool.INSTANCE),
            scalar("puzzle_identifier", new ArrowType.Int(INT_BITS, true))));
  }

  private static Field scalar(String name, ArrowType type) {
    return new Field(name, FieldType.notNullable(type), List.of());
  }

  private static Field tokens(String name, int seqLen) {
    return new Field(
        name,
        FieldType.notNullable(new ArrowType.FixedSizeList(seqLen)),
        List.of(scalar("item", new ArrowType.Int(TOKEN_BITS, false))));
  }
}
