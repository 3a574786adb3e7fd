package org.tinyrecursive.transforms.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBuildPlaceTest {
  @TempDir private Path folder;

  @Test
  void makesEveryFolderBetweenThePlaceAndAFile() {
    LocalBuildPlace place = new LocalBuildPlace(folder.toString());

    place.write("notes/train/part-0.txt", LocalBuildPlaceTest::writeWord);

    assertThat(folder.resolve("notes/train/part-0.txt")).hasContent("whole");
    assertThat(folder.resolve("notes/train")).isDirectoryContaining(Files::isRegularFile);
  }

  @Test
  void doesNotBringBackAPlaceThatWasTakenAway() throws IOException {
    Path gone = folder.resolve("building");
    LocalBuildPlace place = new LocalBuildPlace(gone.toString());

    assertThatThrownBy(() -> place.write("train/part-0.arrow", LocalBuildPlaceTest::writeWord))
        .isInstanceOf(WriteFailedException.class)
        .hasMessageContaining("part-0.arrow cannot be written");
    assertThat(gone).doesNotExist();
  }

  private static int writeWord(WritableByteChannel channel) throws IOException {
    return channel.write(ByteBuffer.wrap("whole".getBytes(StandardCharsets.UTF_8)));
  }
}
