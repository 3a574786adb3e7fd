package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A folder that every worker sees under the same path. A file has a temporary name until it is
 * whole; what a dead attempt leaves is swept when the dataset is published.
 *
 * @param directory absolute path of the folder
 */
public record LocalBuildPlace(String directory) implements BuildPlace {
  @Override
  public <T> T write(String file, Body<T> body) {
    Path target = path(file);
    Path temporary =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      makeFolders(target.getParent());
      T result;
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        result = body.writeTo(channel);
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return result;
    } catch (IOException failed) {
      throw new WriteFailedException(file, failed);
    }
  }

  @Override
  public InputStream open(String file) throws IOException {
    return Files.newInputStream(path(file));
  }

  /**
   * Makes the folders between the place and a file, never the place itself: where the build has
   * failed and taken its place away, a worker that does not know it yet must not bring it back.
   */
  private void makeFolders(Path folder) throws IOException {
    if (folder.equals(Path.of(directory))) {
      return;
    }
    makeFolders(folder.getParent());
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException made) {
      if (!Files.isDirectory(folder)) {
        throw made;
      }
    }
  }

  private Path path(String file) {
    return Path.of(directory).resolve(file);
  }
}
