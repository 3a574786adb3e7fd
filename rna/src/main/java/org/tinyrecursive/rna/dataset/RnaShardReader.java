package org.tinyrecursive.rna.dataset;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
import org.apache.arrow.vector.ipc.ArrowFileReader;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.transforms.InputRefusedException;

/** Reads the shards of an RNA dataset, format 1. */
public final class RnaShardReader {
  private static final String MANIFEST = "dataset.json";
  private static final String SHARD = ".arrow";

  /** Far more than a batch takes; what asks for more than this has a damaged length. */
  private static final long MOST_BYTES = 1L << 33;

  private RnaShardReader() {}

  /**
   * All rows of a split, shards in the order of their names; none where the split has no shard.
   *
   * @param dataset folder of the dataset
   * @param split {@code train} or {@code validation}
   * @throws InputRefusedException if the folder is no dataset, or a shard is not whole
   */
  public static List<RnaRow> readSplit(Path dataset, String split) {
    if (!Files.isRegularFile(dataset.resolve(MANIFEST))) {
      throw new InputRefusedException(
          "%s is no RNA dataset: it has no %s; make one with trm dataset rna"
              .formatted(dataset, MANIFEST));
    }
    List<RnaRow> rows = new ArrayList<>();
    for (Path shard : shards(dataset.resolve(split))) {
      rows.addAll(read(shard));
    }
    return rows;
  }

  private static List<Path> shards(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SHARD)).sorted().toList();
    } catch (IOException failed) {
      throw unreadable(folder, failed);
    }
  }

  /**
   * All rows of a shard, in their order.
   *
   * @throws InputRefusedException if the file is not a whole shard of this format
   */
  public static List<RnaRow> read(Path shard) {
    BufferAllocator allocator = new RootAllocator(MOST_BYTES);
    List<RnaRow> rows = read(shard, allocator);
    // Not where reading fails: Arrow's reader then forgets buffers that it fills, and closing their
    // allocator would complain of that instead of the shard.
    allocator.close();
    return rows;
  }

  private static List<RnaRow> read(Path shard, BufferAllocator allocator) {
    List<RnaRow> rows = new ArrayList<>();
    try (FileChannel channel = FileChannel.open(shard);
        ArrowFileReader reader =
            new ArrowFileReader(channel, allocator, CommonsCompressionFactory.INSTANCE)) {
      VectorSchemaRoot root = reader.getVectorSchemaRoot();
      if (!root.getSchema().getFields().equals(RnaShardSchema.schema().getFields())) {
        throw new InputRefusedException(
            "%s has columns %s, expected %s"
                .formatted(shard, root.getSchema(), RnaShardSchema.schema()));
      }
      while (reader.loadNextBatch()) {
        for (int row = 0; row < root.getRowCount(); row++) {
          rows.add(row(root, row));
        }
      }
      return rows;
    } catch (InputRefusedException refused) {
      throw refused;
    } catch (IOException | RuntimeException damaged) {
      // Of a damaged file Arrow's decoders throw whatever they run into: null, lengths, indices.
      throw unreadable(shard, damaged);
    }
  }

  private static InputRefusedException unreadable(Path file, Exception cause) {
    return new InputRefusedException(
        "%s cannot be read as a shard: %s; it was cut off or damaged, build the dataset again"
            .formatted(file, cause instanceof IOException ? cause.getMessage() : cause),
        cause);
  }

  private static RnaRow row(VectorSchemaRoot root, int row) {
    byte[] name = ((VarCharVector) root.getVector(RnaShardSchema.TARGET_ID)).get(row);
    float[] positions = floats(root, RnaShardSchema.COORDINATES, row);
    int structures = integer(root, RnaShardSchema.REFERENCES, row);
    return new RnaRow(
        new String(name, StandardCharsets.UTF_8),
        LocalDate.ofEpochDay(((DateDayVector) root.getVector(RnaShardSchema.CUTOFF)).get(row)),
        integer(root, RnaShardSchema.TARGET_LENGTH, row),
        integer(root, RnaShardSchema.CROP_START, row),
        bytes(root, RnaShardSchema.TOKENS, row),
        integers(root, RnaShardSchema.CHAIN_INDEX, row),
        integers(root, RnaShardSchema.RESIDUE_INDEX, row),
        structures(positions, structures),
        floats(root, RnaShardSchema.PROFILE, row));
  }

  private static List<Coordinates> structures(float[] positions, int count) {
    List<Coordinates> structures = new ArrayList<>();
    int size = positions.length / count;
    for (int k = 0; k < count; k++) {
      double[] xyz = new double[size];
      for (int i = 0; i < size; i++) {
        xyz[i] = positions[k * size + i];
      }
      structures.add(Coordinates.of(xyz));
    }
    return structures;
  }

  private static int integer(VectorSchemaRoot root, String column, int row) {
    return ((IntVector) root.getVector(column)).get(row);
  }

  private static byte[] bytes(VectorSchemaRoot root, String column, int row) {
    ListVector list = (ListVector) root.getVector(column);
    int start = list.getElementStartIndex(row);
    byte[] values = new byte[list.getElementEndIndex(row) - start];
    for (int i = 0; i < values.length; i++) {
      values[i] = ((UInt1Vector) list.getDataVector()).get(start + i);
    }
    return values;
  }

  private static int[] integers(VectorSchemaRoot root, String column, int row) {
    ListVector list = (ListVector) root.getVector(column);
    int start = list.getElementStartIndex(row);
    int[] values = new int[list.getElementEndIndex(row) - start];
    for (int i = 0; i < values.length; i++) {
      values[i] = ((IntVector) list.getDataVector()).get(start + i);
    }
    return values;
  }

  private static float[] floats(VectorSchemaRoot root, String column, int row) {
    ListVector list = (ListVector) root.getVector(column);
    int start = list.getElementStartIndex(row);
    float[] values = new float[list.getElementEndIndex(row) - start];
    for (int i = 0; i < values.length; i++) {
      values[i] = ((Float4Vector) list.getDataVector()).get(start + i);
    }
    return values;
  }
}
