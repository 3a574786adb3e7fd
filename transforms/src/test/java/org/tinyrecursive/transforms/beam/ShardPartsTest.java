package org.tinyrecursive.transforms.beam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.transforms.leakage.OnLeakage;

/** What attempts before left is taken over where it is whole, and made again where it is not. */
class ShardPartsTest {
  private static final String KEY = "k1";
  private static final WrittenShard SHARD = shard(KEY, true);

  @TempDir private Path folder;
  private LocalBuildPlace place;

  @BeforeEach
  void writeWhole() throws IOException {
    place = new LocalBuildPlace(folder.toString());
    Files.createDirectories(folder.resolve("parts"));
    Files.write(part(".arrow"), new byte[5]);
    Files.writeString(part(".txt"), "a note\n");
    ShardParts.confirm(place, SHARD);
  }

  @Test
  void aShardThatWasConfirmedIsFound() {
    assertThat(ShardParts.find(place, KEY)).contains(SHARD);
    assertThat(ShardParts.find(place, "k2")).isEmpty();
  }

  @Test
  void aShardOfAnotherSizeOrWithoutAnyFileIsNone() throws IOException {
    Files.write(part(".arrow"), new byte[4]);
    assertThat(ShardParts.find(place, KEY)).isEmpty();
    Files.delete(part(".arrow"));
    assertThat(ShardParts.find(place, KEY)).isEmpty();
  }

  @Test
  void aShardWhoseNotesAreGoneIsNone() throws IOException {
    Files.delete(part(".txt"));
    assertThat(ShardParts.find(place, KEY)).isEmpty();
  }

  @Test
  void aShardThatHasNoNotesNeedsNone() throws IOException {
    Files.delete(part(".txt"));
    ShardParts.confirm(place, shard(KEY, false));
    assertThat(ShardParts.find(place, KEY)).contains(shard(KEY, false));
  }

  @Test
  void noDamageToAReceiptStopsABuild() throws IOException {
    byte[] receipt = Files.readAllBytes(part(".json"));
    for (int length = 0; length < receipt.length; length++) {
      Files.write(part(".json"), Arrays.copyOf(receipt, length));
      assertThat(ShardParts.find(place, KEY)).as("%d bytes", length).isEmpty();
    }
    for (String other : List.of("null", "{}", "[]", "7", "{\"key\":\"k1\",\"bytes\":\"many\"}")) {
      Files.writeString(part(".json"), other);
      assertThat(ShardParts.find(place, KEY)).as(other).isEmpty();
    }
  }

  @Test
  void aReceiptOfAnotherShardIsNone() throws IOException {
    Files.copy(part(".json"), folder.resolve("parts/k2.json"));
    Files.copy(part(".arrow"), folder.resolve("parts/k2.arrow"));
    Files.copy(part(".txt"), folder.resolve("parts/k2.txt"));
    assertThat(ShardParts.find(place, "k2")).isEmpty();
  }

  @Test
  void aRecordOfABuildComesBackAndDamagedIsNone() {
    BuildRecord record =
        new BuildRecord(
            List.of(SHARD, shard("k0", false)), new TreeMap<>(java.util.Map.of("a", "b")));
    byte[] json = record.toJson();
    assertThat(BuildRecord.parse(json)).contains(record);
    assertThat(BuildRecord.parse("null".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .isEmpty();
    for (int length = 0; length < json.length - 1; length++) {
      assertThat(BuildRecord.parse(Arrays.copyOf(json, length))).as("%d", length).isEmpty();
    }
  }

  /** Notes of a dataset that is mended are gone; what was made of them counts instead. */
  @Test
  void companionsAreKeptForTheVeryShardsThatTheyWereMadeFrom() throws IOException {
    ArcLeakage leakage = new ArcLeakage("test", OnLeakage.REPORT);
    assertThat(KeptCompanions.of(place)).isEmpty();
    Files.createDirectories(folder.resolve("kept"));
    Files.writeString(folder.resolve(KeptCompanions.file(leakage.fileName())), "{}");
    KeptCompanions.confirm(
        place,
        new BuildRecord(List.of(SHARD), new TreeMap<>(java.util.Map.of("leakage.json", "x"))));
    KeptCompanions kept = KeptCompanions.of(place).orElseThrow();
    assertThat(kept.cover(KEY)).isTrue();
    assertThat(kept.cover("k2")).isFalse();
    assertThat(kept.has(leakage, List.of(SHARD))).isTrue();
    assertThat(kept.has(leakage, List.of(SHARD, shard("k2", false)))).isFalse();
    assertThat(kept.has(leakage, List.of())).isFalse();
    assertThat(kept.has(new ArcTestPuzzles("test"), List.of(SHARD))).isFalse();
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    kept.copy(leakage, copy);
    assertThat(copy).hasToString("{}");
    Files.delete(part(".txt"));
    assertThat(ShardParts.find(place, KEY)).contains(SHARD);
  }

  private Path part(String suffix) {
    return folder.resolve("parts/" + KEY + suffix);
  }

  private static WrittenShard shard(String key, boolean hasNotes) {
    return new WrittenShard(
        key, "train", 0, "train/" + key + ".arrow", 3, 2, 2, 5, "0a", 7, hasNotes);
  }
}
