package org.tinyrecursive.pipelines.runner;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.util.MimeTypes;

/**
 * A file through which a pipeline hands a small result to whoever started it: in Beam's {@code
 * tempLocation}, or in the local folder for temporary files where that is not set.
 *
 * @param place a local path or an address such as {@code gs://bucket/tmp/report.json}
 */
public record HandoverFile(String place) implements Serializable {
  static HandoverFile create(PipelineOptions options, String name) {
    String folder =
        Optional.ofNullable(options.getTempLocation()).orElse(System.getProperty("java.io.tmpdir"));
    return new HandoverFile(folder.replaceAll("/+$", "") + "/" + UUID.randomUUID() + "-" + name);
  }

  /** Writes the file, in place of an earlier attempt's. For workers. */
  public void write(byte[] content) throws IOException {
    try (OutputStream out =
        Channels.newOutputStream(FileSystems.create(resource(), MimeTypes.BINARY))) {
      out.write(content);
    }
  }

  /**
   * Reads the file and deletes it, once the pipeline has come to its end.
   *
   * @throws java.io.FileNotFoundException if no worker wrote it, or wrote it to a disk of its own
   */
  public byte[] take() throws IOException {
    try (InputStream in = Channels.newInputStream(FileSystems.open(resource()))) {
      return in.readAllBytes();
    } finally {
      FileSystems.delete(List.of(resource()), StandardMoveOptions.IGNORE_MISSING_FILES);
    }
  }

  private ResourceId resource() {
    return FileSystems.matchNewResource(place, false);
  }
}
