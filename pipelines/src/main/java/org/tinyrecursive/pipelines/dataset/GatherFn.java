package org.tinyrecursive.pipelines.dataset;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Writes all elements as lines of JSON, sorted, where whoever started the pipeline reads them. */
final class GatherFn<T> extends DoFn<KV<Integer, Iterable<T>>, Void> {
  private static final long serialVersionUID = 1;

  private final String file;

  GatherFn(String file) {
    this.file = file;
  }

  @ProcessElement
  public void processElement(@Element KV<Integer, Iterable<T>> elements) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<String> lines = new ArrayList<>();
    for (T element : elements.getValue()) {
      lines.add(json.writeValueAsString(element));
    }
    Collections.sort(lines);
    Files.createDirectories(Path.of(file).getParent());
    Files.write(Path.of(file), lines);
  }

  /** What was written; empty where there was nothing to write. */
  static <T> List<T> read(Path file, Class<T> type) throws IOException {
    List<T> read = new ArrayList<>();
    if (Files.exists(file)) {
      ObjectMapper json = new ObjectMapper();
      for (String line : Files.readAllLines(file)) {
        read.add(json.readValue(line, type));
      }
    }
    return read;
  }
}
