package org.tinyrecursive.transforms.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A folder for files that are needed only while a command runs. It goes when this is closed, and
 * also where the process is asked to end before (SIGTERM, Ctrl-C). What a process leaves that was
 * killed without a word goes when the next one makes a folder of the same name.
 */
public final class ScratchFolder implements AutoCloseable {
  private static final String SEPARATOR = "-";

  private final StagingDirectory directory;
  private final Thread atExit;

  private ScratchFolder(StagingDirectory directory) {
    this.directory = directory;
    this.atExit = new Thread(this::deleteAtExit, "delete " + directory.path());
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Makes one in the folder for temporary files.
   *
   * @param name what its name begins with, such as {@code trm-plan}
   */
  public static ScratchFolder temporary(String name) throws IOException {
    return in(Path.of(System.getProperty("java.io.tmpdir")), name);
  }

  /**
   * Makes one that only this user may read.
   *
   * @param place folder to make it in, itself made where it is missing
   * @param name what its name begins with
   */
  public static ScratchFolder in(Path place, String name) throws IOException {
    Files.createDirectories(place);
    StagingDirectory.sweepAbandoned(place, name + SEPARATOR);
    return new ScratchFolder(
        StagingDirectory.create(
            place,
            name + SEPARATOR,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
  }

  /** Where it is; a file {@code .lock} is in it. */
  public Path path() {
    return directory.path();
  }

  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException ending) {
      return; // the process ends, and deletes it
    }
    directory.delete();
  }

  private void deleteAtExit() {
    try {
      directory.delete();
    } catch (IOException busy) {
      // Nobody is there to be told; the next command of this kind deletes it.
    }
  }
}
