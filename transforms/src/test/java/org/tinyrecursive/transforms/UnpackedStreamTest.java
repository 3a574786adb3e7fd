package org.tinyrecursive.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.random.StableRandom;

class UnpackedStreamTest {
  /** Around the buffer's size, where a member's head lies across two of its fillings. */
  private static final int BUFFER = 1 << 16;

  @Property(tries = 100)
  void givesBackWhatWasPackedInAnyNumberOfMembers(@ForAll @Size(max = 4) byte[][] parts)
      throws IOException {
    assertThat(unpack(packed(parts))).isEqualTo(concatenated(parts));
  }

  @Property(tries = 100)
  void leavesWhatIsNotPackedAsItIs(@ForAll byte[] plain) throws IOException {
    if (plain.length < 2 || plain[0] != 0x1F) {
      assertThat(unpack(plain)).isEqualTo(plain);
    }
  }

  /** Noise does not shrink, so members end on every side of the ends of a buffer. */
  @Property(tries = 60)
  void findsEveryMemberWhereverItBegins(
      @ForAll long seed, @ForAll @IntRange(min = BUFFER - 80, max = BUFFER + 40) int bytes)
      throws IOException {
    byte[][] parts = {noise(seed, bytes), noise(seed + 1, 40), noise(seed + 2, 3)};
    assertThat(unpack(packed(parts))).isEqualTo(concatenated(parts));
  }

  @Property(tries = 60)
  void refusesWhatFollowsThePackedDataWhereverItBegins(
      @ForAll long seed,
      @ForAll @IntRange(min = BUFFER - 80, max = BUFFER + 40) int bytes,
      @ForAll @Size(min = 1, max = 30) byte[] behind)
      throws IOException {
    byte[] packed = concatenated(Gzip.member(noise(seed, bytes)), behind);
    assertThatThrownBy(() -> unpack(packed))
        .isInstanceOf(ZipException.class)
        .hasMessage("bytes that are no gzip follow it");
  }

  @Test
  void refusesEveryTruncationButTheOneBetweenTwoMembers() throws IOException {
    byte[] packed = Gzip.members("one,1\ntwo,2\n", "three,3\n");
    int whole = Gzip.members("one,1\ntwo,2\n").length;
    for (int length = 2; length < packed.length; length++) {
      byte[] cut = Arrays.copyOf(packed, length);
      if (length == whole) {
        assertThat(unpack(cut)).asString().isEqualTo("one,1\ntwo,2\n");
      } else {
        assertThatThrownBy(() -> unpack(cut))
            .as("%d of %d bytes", length, packed.length)
            .isInstanceOfAny(EOFException.class, ZipException.class);
      }
    }
  }

  /** What a head says of time, speed and system is not covered by any sum, and changes nothing. */
  @Test
  void aFlippedBitIsRefusedOrChangesNothing() throws IOException {
    String first = "one,1\ntwo,2\n";
    byte[] packed = Gzip.members(first, "three,3\n");
    int silent = 0;
    for (int bit = 0; bit < 8 * packed.length; bit++) {
      byte[] flipped = packed.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      if (bit / 8 < 2) {
        assertThat(unpack(flipped)).isEqualTo(flipped);
        continue;
      }
      try {
        assertThat(unpack(flipped)).as("bit %d", bit).asString().isEqualTo(first + "three,3\n");
        silent++;
      } catch (EOFException | ZipException refused) {
        assertThat(refused).isNotNull();
      }
    }
    int heads = 2 * 7 * Byte.SIZE;
    int paddingOfLastBytes = 2 * (Byte.SIZE - 1);
    assertThat(silent).isLessThanOrEqualTo(heads + paddingOfLastBytes);
  }

  @Test
  void aFileOfWhichTheHeadIsDamagedIsClosed() {
    Closing stored = new Closing(new byte[] {0x1F, (byte) 0x8B, 9, 0, 0, 0, 0, 0, 0, 0, 0});
    assertThatThrownBy(() -> UnpackedStream.of(stored)).isInstanceOf(ZipException.class);
    assertThat(stored.closed).isTrue();
  }

  private static byte[] unpack(byte[] stored) throws IOException {
    try (InputStream in = UnpackedStream.of(new Trickle(stored))) {
      return in.readAllBytes();
    }
  }

  private static byte[] packed(byte[]... parts) {
    byte[] all = {};
    for (byte[] part : parts) {
      all = concatenated(all, Gzip.member(part));
    }
    return all;
  }

  private static byte[] concatenated(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] noise(long seed, int length) {
    StableRandom random = StableRandom.of(seed, "noise");
    byte[] noise = new byte[length];
    for (int i = 0; i < length; i++) {
      noise[i] = (byte) random.nextInt(256);
    }
    return noise;
  }

  /** As streams over channels do, it never says that bytes are there. */
  private static final class Trickle extends FilterInputStream {
    Trickle(byte[] bytes) {
      super(new ByteArrayInputStream(bytes));
    }

    @Override
    public int available() {
      return 0;
    }
  }

  private static final class Closing extends ByteArrayInputStream {
    private boolean closed;

    Closing(byte[] bytes) {
      super(bytes);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
