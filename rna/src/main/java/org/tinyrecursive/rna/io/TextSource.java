package org.tinyrecursive.rna.io;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.UnpackedStream;

/**
 * A text to read, with the name that complaints give it.
 *
 * @param name the file's, without its folders
 * @param reader of its characters; whoever reads closes it
 */
public record TextSource(String name, Reader reader) {
  /**
   * A file of this machine, plain or gzip (told by its first bytes), UTF-8.
   *
   * @throws InputRefusedException if it is not there, or cannot be read
   */
  public static TextSource open(Path file) {
    if (Files.isDirectory(file)) {
      throw new InputRefusedException(
          file + " is a directory, expected a text file, plain or .gz; name the file itself");
    }
    try {
      return of(file.getFileName().toString(), Files.newInputStream(file));
    } catch (NoSuchFileException missing) {
      throw new InputRefusedException(file + ": no such file; check the path", missing);
    } catch (AccessDeniedException denied) {
      throw new InputRefusedException(file + ": not allowed to read it", denied);
    } catch (IOException failed) {
      throw unreadable(file.toString(), failed);
    }
  }

  /**
   * The bytes of a file, plain or gzip.
   *
   * @throws InputRefusedException if they cannot be read
   */
  public static TextSource of(String name, InputStream bytes) {
    try {
      InputStream text = UnpackedStream.of(new BufferedInputStream(bytes));
      return new TextSource(name, new InputStreamReader(text, StandardCharsets.UTF_8));
    } catch (IOException failed) {
      throw unreadable(name, failed);
    }
  }

  /** What to say when reading the file named so fails midway. */
  static InputRefusedException unreadable(String name, IOException cause) {
    String why =
        cause instanceof EOFException
            ? "compressed data breaks off; the file is incomplete, fetch it again"
            : cause instanceof ZipException
                ? "compressed data is damaged (" + cause.getMessage() + "); fetch the file again"
                : "cannot be read: " + cause.getMessage();
    return new InputRefusedException(name + ": " + why, cause);
  }
}
