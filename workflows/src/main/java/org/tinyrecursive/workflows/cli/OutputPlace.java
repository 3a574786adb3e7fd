package org.tinyrecursive.workflows.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.FolderCommit;
import org.tinyrecursive.transforms.dataset.FolderTree;

/**
 * A file that a command makes, or a folder of another program's format: refused before the work
 * where it cannot be made, and there whole or not at all.
 *
 * @param option that names it, such as {@code --output}
 * @param path its final place
 */
public record OutputPlace(String option, Path path) {
  /** Writes to the place that it is given, at which nothing is yet. */
  @FunctionalInterface
  public interface Body {
    /** Writes all of it. */
    void writeTo(Path unfinished) throws IOException;
  }

  /**
   * A file that may replace an earlier one.
   *
   * @throws InputRefusedException if it is a folder, or lies below a file
   */
  public static OutputPlace file(String option, Path path) {
    if (Files.isDirectory(path)) {
      throw new InputRefusedException("%s %s is a directory; name a file".formatted(option, path));
    }
    FolderCommit.refuseBelowFile(path);
    return new OutputPlace(option, path);
  }

  /**
   * A file or folder that replaces nothing.
   *
   * @throws InputRefusedException if something is there, or it lies below a file
   */
  public static OutputPlace unused(String option, Path path) {
    if (Files.exists(path)) {
      throw new InputRefusedException("%s exists; give another %s".formatted(path, option));
    }
    FolderCommit.refuseBelowFile(path);
    return new OutputPlace(option, path);
  }

  /**
   * Fills it with a text, as {@link #write} does.
   *
   * @throws IOException if it cannot be written
   */
  public void writeText(String text) throws IOException {
    write(unfinished -> Files.writeString(unfinished, text));
  }

  /**
   * Fills it, with the folders it lies in.
   *
   * @throws IOException if it cannot be written; then nothing new is at the place
   */
  public void write(Body body) throws IOException {
    Path whole = path.toAbsolutePath();
    Path unfinished = whole.resolveSibling(whole.getFileName() + ".tmp");
    try {
      Files.createDirectories(whole.getParent());
      FolderTree.delete(unfinished);
      body.writeTo(unfinished);
      Files.move(
          unfinished, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new IOException(
          "%s %s cannot be written; free space or give another place".formatted(option, path),
          failed);
    } finally {
      FolderTree.delete(unfinished);
    }
  }
}
