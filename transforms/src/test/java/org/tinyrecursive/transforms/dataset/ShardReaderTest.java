package org.tinyrecursive.transforms.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.transforms.InputRefusedException;

class ShardReaderTest {
  private static final int SEQ_LEN = 16;

  private final byte[] shard =
      Shards.bytes(Row.random(3, 3, SEQ_LEN, 6), SEQ_LEN, Compression.ZSTD, 8);

  @TempDir Path directory;

  @Test
  void aFileOfAnotherKindIsNamed() throws IOException {
    assertRefused("id,question\n1,2\n and more".getBytes(StandardCharsets.UTF_8), "not an Arrow");
    assertRefused(new byte[0], "not an Arrow IPC file");
  }

  @Test
  void aFileCutOffAnywhereIsRefused() throws IOException {
    for (int length = 0; length < shard.length; length += 41) {
      assertRefused(Arrays.copyOf(shard, length), "is not a shard of this format");
    }
    assertRefused(Arrays.copyOf(shard, shard.length - 1), "its end is missing: it was cut off");
  }

  /** Any byte of messages, buffers or footer may be wrong: an answer or a refusal, nothing else. */
  @Test
  void damageIsRefusedOrHarmless() throws IOException {
    int refused = 0;
    for (int at = 0; at < shard.length; at += 5) {
      byte[] bytes = shard.clone();
      bytes[at] ^= (byte) 0x80;
      try {
        readAll(bytes);
      } catch (InputRefusedException e) {
        assertThat(e).hasMessageContaining("shard.arrow");
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }

  @Test
  void anOffsetBeyondTheFileIsRefused() throws IOException {
    MappedFile file = MappedFile.open(Files.write(directory.resolve("file"), new byte[100]), 64);
    assertThat(file.slice(60, 40).remaining()).isEqualTo(40);
    assertThatThrownBy(() -> file.slice(60, 41))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("refers to 41 bytes at 60, but has 100 in all");
    assertThatThrownBy(() -> file.slice(-1, 5)).isInstanceOf(InputRefusedException.class);
    assertThatThrownBy(() -> file.slice(0, 64))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("has a piece of 64 bytes, allowed: below 64");
  }

  private void readAll(byte[] bytes) throws IOException {
    Path path = Files.write(directory.resolve("shard.arrow"), bytes);
    List<BatchLocation> batches = ShardReader.batches(MappedFile.open(path), SEQ_LEN, 0);
    Split split = new Split(SEQ_LEN, batches);
    byte[] tokens = new byte[SEQ_LEN];
    try (ExampleCursor cursor = split.cursor()) {
      for (int example = 0; example < split.exampleCount(); example++) {
        cursor.copy(example, tokens, 0, tokens, 0);
      }
    }
  }

  private void assertRefused(byte[] bytes, String message) throws IOException {
    assertThatThrownBy(() -> readAll(bytes))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("shard.arrow")
        .hasMessageContaining(message);
  }
}
