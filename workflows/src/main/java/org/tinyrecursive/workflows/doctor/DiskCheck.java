package org.tinyrecursive.workflows.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tinyrecursive.workflows.cli.ByteText;

/** Room for the native library, which is extracted once. */
final class DiskCheck implements Check {
  private final String part;
  private final Path folder;
  private final long needed;

  /**
   * @param part name of the finding
   * @param folder need not exist yet
   * @param needed bytes
   */
  DiskCheck(String part, Path folder, long needed) {
    this.part = part;
    this.folder = folder;
    this.needed = needed;
  }

  @Override
  public List<Finding> findings() {
    Path existing = folder.toAbsolutePath();
    while (!Files.exists(existing)) {
      existing = existing.getParent();
    }
    try {
      long free = Files.getFileStore(existing).getUsableSpace();
      String found = "%s free at %s".formatted(ByteText.format(free), folder.toAbsolutePath());
      if (!Files.isWritable(existing)) {
        return List.of(Finding.problem(part, existing + " cannot be written", elsewhere()));
      }
      boolean full = free < needed;
      String advice = "needs %s: free some, or %s".formatted(ByteText.format(needed), elsewhere());
      return List.of(full ? Finding.problem(part, found, advice) : Finding.ok(part, found));
    } catch (IOException unreadable) {
      return List.of(
          Finding.note(part, "unknown: " + unreadable, "needs " + ByteText.format(needed)));
    }
  }

  private String elsewhere() {
    return part.equals("native cache")
        ? "choose another place with TRM_JAVA_OPTS=-Dorg.bytedeco.javacpp.cachedir=…"
        : "work in another folder";
  }
}
