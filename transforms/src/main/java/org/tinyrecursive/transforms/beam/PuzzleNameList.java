package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.PuzzleNames;

/**
 * The names of puzzles by identifier, {@code identifiers.json}: a list whose i-th text names
 * identifier i.
 */
final class PuzzleNameList {
  private static final String WHAT = "a JSON list of puzzle names";

  /** The list read last: files of one folder share it, and there may be millions of names. */
  private static PuzzleNameList latest;

  private final String spec;
  private final String sha256;
  private final List<String> names;

  private PuzzleNameList(String spec, String sha256, List<String> names) {
    this.spec = spec;
    this.sha256 = sha256;
    this.names = names;
  }

  /** The list in the folder of a file. */
  static PuzzleNameList beside(String file) {
    return read(file.substring(0, file.lastIndexOf('/') + 1) + PuzzleNames.FILE_NAME);
  }

  /**
   * Reads a list, once per process as long as it stays the same.
   *
   * @throws InputRefusedException if it is no list of names
   */
  static synchronized PuzzleNameList read(String spec) {
    if (latest != null && latest.spec.equals(spec) && latest.sha256.equals(digest(spec))) {
      return latest;
    }
    List<String> names = new ArrayList<>();
    try (SourceBytes bytes = SourceBytes.open(spec, WHAT)) {
      PuzzleNames.read(spec, bytes.content(), (identifier, name) -> names.add(name));
    } catch (IOException failed) {
      throw unreadable(spec, failed);
    }
    latest = new PuzzleNameList(spec, digest(spec), names);
    return latest;
  }

  private static String digest(String spec) {
    try (SourceBytes bytes = SourceBytes.open(spec, WHAT)) {
      return bytes.sha256();
    } catch (IOException failed) {
      throw unreadable(spec, failed);
    }
  }

  private static InputRefusedException unreadable(String spec, IOException failed) {
    return new InputRefusedException(
        "%s: cannot be read: %s".formatted(spec, failed.getMessage()), failed);
  }

  /** The name of an identifier; a text that is no name where it has none. */
  String name(int identifier) {
    return identifier >= 0 && identifier < names.size()
        ? names.get(identifier)
        : "identifier %d of %d".formatted(identifier, names.size());
  }

  /** All names. */
  List<String> names() {
    return names;
  }
}
