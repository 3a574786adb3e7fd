package org.tinyrecursive.transforms.beam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a dataset's builder remembers of its build, for the next one of the same dataset. Readers
 * need nothing of it.
 *
 * @param shards in the order of their files
 * @param companions sha256 of the files besides shards and manifest, by name
 */
public record BuildRecord(List<WrittenShard> shards, SortedMap<String, String> companions) {
  /** Its file's name in a dataset. */
  public static final String FILE_NAME = "build.json";

  /** Records as they are, keys in snake case. */
  static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  public BuildRecord {
    shards = shards.stream().sorted(Comparator.comparing(WrittenShard::file)).toList();
    companions = new TreeMap<>(companions);
  }

  /** The file's bytes; equal records give equal bytes. */
  public byte[] toJson() {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("records of plain values can always be written", impossible);
    }
  }

  /** Reads the file's bytes; empty if they are damaged: then nothing can be taken over. */
  public static Optional<BuildRecord> parse(byte[] json) {
    try {
      return Optional.of(JSON.readValue(json, BuildRecord.class));
    } catch (IOException | IllegalArgumentException | NullPointerException damaged) {
      return Optional.empty();
    }
  }
}
