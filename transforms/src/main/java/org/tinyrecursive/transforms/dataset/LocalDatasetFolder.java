package org.tinyrecursive.transforms.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A dataset in a directory of this machine. */
record LocalDatasetFolder(Path directory) implements DatasetFolder {
  /** Of what is no regular file: no shard has as many bytes. */
  private static final long NO_FILE = -1;

  @Override
  public Map<String, Long> files() throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.filter(path -> !Files.isDirectory(path)).toList()) {
        files.put(
            name(directory.relativize(path)),
            Files.isRegularFile(path) ? Files.size(path) : NO_FILE);
      }
    }
    return files;
  }

  @Override
  public <T> T read(String file, Body<T> body) throws IOException {
    return body.read(directory.resolve(file));
  }

  private static String name(Path relative) {
    return StreamSupport.stream(relative.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }
}
