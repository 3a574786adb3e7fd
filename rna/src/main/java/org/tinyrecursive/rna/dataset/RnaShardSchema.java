package org.tinyrecursive.rna.dataset;

import java.util.List;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;

/** Columns of a shard, format 1. */
final class RnaShardSchema {
  static final String TARGET_ID = "target_id";
  static final String CUTOFF = "temporal_cutoff";
  static final String TARGET_LENGTH = "target_length";
  static final String CROP_START = "crop_start";
  static final String REFERENCES = "references";
  static final String TOKENS = "tokens";
  static final String CHAIN_INDEX = "chain_index";
  static final String RESIDUE_INDEX = "residue_index";
  static final String COORDINATES = "coordinates";
  static final String PROFILE = "profile";

  private static final ArrowType INT32 = new ArrowType.Int(32, true);
  private static final ArrowType FLOAT32 =
      new ArrowType.FloatingPoint(FloatingPointPrecision.SINGLE);

  private RnaShardSchema() {}

  static Schema schema() {
    return new Schema(
        List.of(
            one(TARGET_ID, new ArrowType.Utf8()),
            one(CUTOFF, new ArrowType.Date(DateUnit.DAY)),
            one(TARGET_LENGTH, INT32),
            one(CROP_START, INT32),
            one(REFERENCES, INT32),
            list(TOKENS, new ArrowType.Int(8, false)),
            list(CHAIN_INDEX, INT32),
            list(RESIDUE_INDEX, INT32),
            list(COORDINATES, FLOAT32),
            list(PROFILE, FLOAT32)));
  }

  private static Field one(String name, ArrowType type) {
    return new Field(name, FieldType.notNullable(type), null);
  }

  private static Field list(String name, ArrowType type) {
    return new Field(
        name,
        FieldType.notNullable(new ArrowType.List()),
        List.of(new Field("item", FieldType.notNullable(type), null)));
  }
}
