package org.tinyrecursive.modeltf.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
  @TempDir Path folder;

  private List<byte[]> records() throws IOException {
    Path file;
    try (Stream<Path> files = Files.list(folder)) {
      file = files.findFirst().orElseThrow();
    }
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    List<byte[]> records = new ArrayList<>();
    while (in.hasRemaining()) {
      byte[] length = new byte[8];
      in.get(length);
      assertThat(in.getInt()).isEqualTo(maskedCrc(length));
      byte[] record =
          new byte[(int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong()];
      in.get(record);
      assertThat(in.getInt()).isEqualTo(maskedCrc(record));
      records.add(record);
    }
    return records;
  }

  /** As the TFRecord format defines it: ((crc >> 15) | (crc << 17)) + 0xa282ead8. */
  private static int maskedCrc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    int value = (int) crc.getValue();
    return ((value >>> 15) | (value << 17)) + 0xa282ead8;
  }

  @Test
  void messagesHaveProtobufsWireFormat() throws IOException {
    try (EventFile events = EventFile.create(folder, 2.0, 300)) {
      events.scalars(2.0, 300, Map.of("loss", 0.5f));
    }
    List<byte[]> records = records();
    String wallTime = "09" + "0000000000000040";
    String step = "10" + "ac02"; // 300 as a varint
    assertThat(records.stream().map(HexFormat.of()::formatHex))
        .containsExactly(
            wallTime
                + "1a0d"
                + HexFormat.of().formatHex("brain.Event:2".getBytes(StandardCharsets.UTF_8)),
            wallTime + step + "3a02" + "0801",
            // summary { value { tag: "loss" simple_value: 0.5 } }
            wallTime + step + "2a0d" + "0a0b" + "0a046c6f7373" + "150000003f");
  }

  @Test
  void twoFilesOfOneSecondDoNotMeet() throws IOException {
    EventFile.create(folder, 5.25, 1).close();
    EventFile.create(folder, 5.75, 9).close();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }
}
