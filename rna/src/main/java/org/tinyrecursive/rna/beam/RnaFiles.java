package org.tinyrecursive.rna.beam;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.tinyrecursive.rna.io.TextSource;
import org.tinyrecursive.transforms.FileSpec;
import org.tinyrecursive.transforms.InputRefusedException;

/** Opens files of this machine and of every file system that Beam knows. */
public final class RnaFiles {
  private RnaFiles() {}

  /**
   * Opens a file, plain or gzip.
   *
   * @param spec a path, or a URI such as {@code gs://bucket/train_labels.csv}
   * @throws InputRefusedException if it is not there, or cannot be read
   */
  public static TextSource open(String spec) {
    if (FileSpec.isLocal(spec) && Files.isDirectory(Path.of(spec))) {
      throw new InputRefusedException(
          spec + " is a directory, expected a text file, plain or .gz; name the file itself");
    }
    try {
      ResourceId file = FileSystems.matchNewResource(spec, /* isDirectory= */ false);
      String name = spec.substring(spec.lastIndexOf('/') + 1);
      return TextSource.of(name, Channels.newInputStream(FileSystems.open(file)));
    } catch (FileNotFoundException missing) {
      throw new InputRefusedException(spec + ": no such file; check the path", missing);
    } catch (IOException failed) {
      throw new InputRefusedException(spec + ": cannot be opened: " + failed.getMessage(), failed);
    }
  }
}
