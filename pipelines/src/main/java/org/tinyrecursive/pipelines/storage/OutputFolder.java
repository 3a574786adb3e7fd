package org.tinyrecursive.pipelines.storage;

import com.google.cloud.storage.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.beam.sdk.options.PipelineOptions;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.FolderCommit;
import org.tinyrecursive.transforms.dataset.ScratchFolder;

/**
 * A folder that is filled on this machine and then put in its place, here or in Google Cloud
 * Storage. Here it appears in one step. In storage one named file comes last: a folder without it
 * is not whole. For one thread, and for workers that see the files of this machine.
 */
public final class OutputFolder implements AutoCloseable {
  private static final String FILLED = "filled";

  private final FolderCommit here;
  private final Optional<Upload> there;

  private OutputFolder(FolderCommit here, Optional<Upload> there) {
    this.here = here;
    this.there = there;
  }

  /** Where the folder goes from this machine. */
  private record Upload(ScratchFolder scratch, StorageFolder target) {}

  /**
   * Prepares a folder.
   *
   * @param place a local path or {@code gs://bucket/folder}; absent or empty
   * @param options of Beam, which say how storage is reached
   * @throws InputRefusedException if it holds anything
   * @throws IOException if storage cannot be reached or denies it
   */
  public static OutputFolder begin(String place, PipelineOptions options) throws IOException {
    if (!StoragePath.isOne(place)) {
      return new OutputFolder(FolderCommit.begin(Path.of(place)), Optional.empty());
    }
    StorageFolder folder =
        new StorageFolder(StorageAccess.of(options).client(), StoragePath.parse(place));
    try {
      Optional<String> any = folder.list().keySet().stream().findFirst();
      if (any.isPresent()) {
        throw new InputRefusedException(
            "%s is not empty (it has %s); remove it or choose another".formatted(place, any.get()));
      }
    } catch (StorageException failed) {
      throw new IOException(place + ": " + failed.getMessage(), failed);
    }
    ScratchFolder scratch = ScratchFolder.temporary("trm-output");
    return new OutputFolder(
        FolderCommit.begin(scratch.path().resolve(FILLED)),
        Optional.of(new Upload(scratch, folder)));
  }

  /** Where the files are to be written. */
  public Path staging() {
    return here.staging();
  }

  /**
   * Puts the folder in its place.
   *
   * @param last file that comes last to storage
   * @throws InputRefusedException if something else was put there meanwhile
   * @throws IOException if a file cannot be written
   */
  public void publish(String last) throws IOException {
    here.publish();
    if (there.isPresent()) {
      Upload upload = there.get();
      upload(upload.scratch().path().resolve(FILLED), upload.target(), last);
    }
  }

  private static void upload(Path filled, StorageFolder folder, String last) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(filled)) {
      all.filter(Files::isRegularFile).sorted().forEach(files::add);
    }
    Path end = filled.resolve(last);
    files.remove(end);
    files.add(end);
    try {
      for (Path file : files) {
        folder.upload(filled.relativize(file).toString(), file);
      }
    } catch (StorageException failed) {
      throw new IOException(failed.getMessage(), failed);
    }
  }

  /** Takes away what is on this machine and was not put in its place. */
  @Override
  public void close() throws IOException {
    here.close();
    if (there.isPresent()) {
      there.get().scratch().close();
    }
  }
}
