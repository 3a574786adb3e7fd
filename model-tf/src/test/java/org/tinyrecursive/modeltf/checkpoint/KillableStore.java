package org.tinyrecursive.modeltf.checkpoint;

import java.io.IOException;
import java.nio.file.Path;

/** A checkpoint store whose process "dies" at a chosen moment of its saves. */
public final class KillableStore {
  /** Thrown where the kill happens; nothing catches it, as nothing survives a kill. */
  public static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private int momentsLeft;
  private int momentsSeen;

  /**
   * Dies at the given moment of all saves.
   *
   * @param moment counted from 0; negative: never
   */
  public KillableStore(int moment) {
    momentsLeft = moment;
  }

  /** Moments that passed without a kill. */
  public int momentsSeen() {
    return momentsSeen;
  }

  /** Opens the store of a run. */
  public CheckpointStore open(Path folder, int keep) throws IOException {
    return CheckpointStore.open(
        folder,
        keep,
        point -> {
          if (momentsLeft-- == 0) {
            throw new Killed();
          }
          momentsSeen++;
        });
  }
}
