package org.tinyrecursive.rna.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tinyrecursive.rna.structure.ChainSpan;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.rna.structure.Sequence;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Compression;

class RnaShardReaderTest {
  private static final LocalDate DAY = LocalDate.of(2019, 5, 1);

  @TempDir private Path folder;

  @Test
  void rowsComeBackAsTheyWereWritten() throws IOException {
    float[] profile = new float[5 * 5];
    profile[13] = 0.5f;
    Path shard = write(Compression.ZSTD, profile);
    List<RnaRow> rows = RnaShardReader.read(shard);
    assertThat(rows).hasSize(2);
    RnaRow second = rows.get(1);
    assertThat(second.targetId()).isEqualTo("T1");
    assertThat(second.cutoff()).isEqualTo(DAY);
    assertThat(second.targetLength()).isEqualTo(5);
    assertThat(second.cropStart()).isEqualTo(2);
    assertThat(second.letters()).isEqualTo("GUN");
    assertThat(second.chainIndex()).containsExactly(0, 1, 1);
    assertThat(second.residueIndex()).containsExactly(2, 0, 1);
    assertThat(second.profile()[3]).isEqualTo(0.5f);
    assertThat(second.structures()).hasSize(2);
    assertThat(second.structures().get(0).x(0)).isEqualTo(6);
    assertThat(second.structures().get(1).isResolved(2)).isFalse();
  }

  @Test
  void aRowWithoutAnAlignmentHasNoProfile() throws IOException {
    assertThat(RnaShardReader.read(write(Compression.NONE, new float[0])).get(0).profile())
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aShardThatWasCutOffAnywhereIsRefused(Compression compression) throws IOException {
    Path shard = write(compression, new float[0]);
    byte[] bytes = Files.readAllBytes(shard);
    for (int length = 0; length < bytes.length; length += 7) {
      Files.write(shard, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> RnaShardReader.read(shard))
          .as("%d of %d bytes", length, bytes.length)
          .isInstanceOf(InputRefusedException.class)
          .hasMessageStartingWith(shard + " cannot be read as a shard: ")
          .hasMessageEndingWith("it was cut off or damaged, build the dataset again");
    }
  }

  /** Arrow has no checksum, so a flipped number may pass; a crash may not. */
  @ParameterizedTest
  @EnumSource
  void aFlippedByteIsReadOrRefusedButNeverCrashes(Compression compression) throws IOException {
    Path shard = write(compression, new float[0]);
    byte[] bytes = Files.readAllBytes(shard);
    int refused = 0;
    for (int at = 0; at < bytes.length; at += 7) {
      byte[] flipped = bytes.clone();
      flipped[at] ^= (byte) 0x80;
      Files.write(shard, flipped);
      try {
        assertThat(RnaShardReader.read(shard)).isNotNull();
      } catch (InputRefusedException said) {
        assertThat(said).hasMessageStartingWith(shard + " ");
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(bytes.length / 70);
  }

  @Test
  void aFolderWithoutAManifestIsNoDataset() {
    assertThatThrownBy(() -> RnaShardReader.readSplit(folder, "train"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(
            folder + " is no RNA dataset: it has no dataset.json; make one with trm dataset rna");
  }

  @Test
  void aSplitWithoutShardsHasNoRows() throws IOException {
    Files.writeString(folder.resolve("dataset.json"), "{}");
    assertThat(RnaShardReader.readSplit(folder, "validation")).isEmpty();
  }

  private Path write(Compression compression, float[] profile) throws IOException {
    RnaTarget target =
        new RnaTarget(
            "T1",
            new Sequence("ACGUX"),
            DAY,
            "",
            List.of(new ChainSpan("A", 1, 0, 3), new ChainSpan("B", 1, 3, 5)));
    double[] first = new double[15];
    Arrays.setAll(first, i -> i);
    double[] second = first.clone();
    second[13] = Double.NaN;
    Path shard = folder.resolve("part-00000-of-00001.arrow");
    try (RnaShardWriter writer =
        new RnaShardWriter(
            FileChannel.open(shard, StandardOpenOption.CREATE, StandardOpenOption.WRITE),
            compression)) {
      for (Crop crop : List.of(new Crop(0, 3), new Crop(2, 5))) {
        writer.append(
            target, crop, List.of(Coordinates.of(first), Coordinates.of(second)), profile);
      }
      writer.finish();
    }
    return shard;
  }
}
