package org.tinyrecursive.transforms.beam;

import java.io.Closeable;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.apache.beam.sdk.io.FileSystems;
import org.tinyrecursive.transforms.FileSpec;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.UnpackedStream;

/**
 * What a raw file holds, unpacked where it is gzip (told by its first bytes), local or on any of
 * Beam's file systems; and size and sha256 of the file as it is stored.
 */
final class SourceBytes implements Closeable {
  private final String spec;
  private final DigestingStream stored;
  private final InputStream content;

  private SourceBytes(String spec, DigestingStream stored, InputStream content) {
    this.spec = spec;
    this.stored = stored;
    this.content = content;
  }

  /**
   * Opens a file.
   *
   * @param spec a local path or a URI such as {@code gs://bucket/train.csv.gz}
   * @param what such a file should be, such as {@code a CSV file, plain or .gz}
   * @throws InputRefusedException if there is no such file, it is a directory, or may not be read
   */
  static SourceBytes open(String spec, String what) {
    if (FileSpec.isLocal(spec) && Files.isDirectory(Path.of(spec))) {
      throw new InputRefusedException(
          "%s is a directory, expected %s; name the file itself".formatted(spec, what));
    }
    try {
      DigestingStream stored =
          new DigestingStream(
              Channels.newInputStream(
                  FileSystems.open(FileSystems.matchNewResource(spec, /* isDirectory= */ false))));
      return new SourceBytes(spec, stored, UnpackedStream.of(stored));
    } catch (FileNotFoundException missing) {
      throw new InputRefusedException(
          spec
              + ": no such file; check the path"
              + (FileSpec.isLocal(spec)
                  ? ""
                  : "; a folder is read on this machine only, `gcloud storage cp -r` copies it"),
          missing);
    } catch (AccessDeniedException denied) {
      throw new InputRefusedException(spec + ": not allowed to read it", denied);
    } catch (EOFException truncated) {
      throw new InputRefusedException(
          "%s: compressed data breaks off after line 0; the file is incomplete, fetch it again"
              .formatted(RawSource.fileName(spec)),
          truncated);
    } catch (ZipException damaged) {
      throw new InputRefusedException(
          "%s: compressed data is damaged after line 0 (%s); fetch the file again"
              .formatted(RawSource.fileName(spec), damaged.getMessage()),
          damaged);
    } catch (IOException failed) {
      throw unreadable(RawSource.fileName(spec), failed);
    }
  }

  /** The content; closed by {@link #close}. */
  InputStream content() {
    return content;
  }

  /** The sha256 of the stored file, hexadecimal; reads what is left of it. */
  String sha256() {
    drain();
    return stored.sha256();
  }

  /** Size of the stored file; reads what is left of it. */
  long bytes() {
    drain();
    return stored.bytes();
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  private void drain() {
    try {
      stored.transferTo(OutputStream.nullOutputStream());
    } catch (IOException failed) {
      throw unreadable(RawSource.fileName(spec), failed);
    }
  }

  private static InputRefusedException unreadable(String name, IOException cause) {
    return new InputRefusedException(
        "%s: cannot be read: %s".formatted(name, cause.getMessage()), cause);
  }
}
