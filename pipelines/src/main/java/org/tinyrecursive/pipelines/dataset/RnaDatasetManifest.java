package org.tinyrecursive.pipelines.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tinyrecursive.rna.dataset.RnaShardSummary;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * The file {@code dataset.json} of an RNA dataset, format 1; keys are in snake_case.
 *
 * @param format always {@code rna}
 * @param formatVersion 1
 * @param tokens letter of each token, padding first
 * @param profileChannels shares for every residue in the column {@code profile}
 * @param maxLength most residues of a row
 * @param temporalCutoff last day of training
 * @param compression of the shards
 * @param sequences names of the files it was made from
 * @param labels names of the files with the structures
 * @param rejects records left out
 * @param shards what is in each file
 */
public record RnaDatasetManifest(
    String format,
    int formatVersion,
    List<String> tokens,
    int profileChannels,
    int maxLength,
    String temporalCutoff,
    String compression,
    List<String> sequences,
    List<String> labels,
    long rejects,
    List<RnaShardSummary> shards) {
  /** Name of the file, written last: a folder without it is no dataset. */
  public static final String FILE_NAME = "dataset.json";

  /** Version of the format. */
  public static final int FORMAT_VERSION = 1;

  void write(Path directory) throws IOException {
    Files.writeString(
        directory.resolve(FILE_NAME),
        mapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this) + "\n");
  }

  /** Whether a folder of this machine is a dataset of RNA, by its manifest. */
  public static boolean isIn(Path directory) throws IOException {
    Path file = directory.resolve(FILE_NAME);
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try {
      return mapper().readTree(file.toFile()).path("format").asText().equals("rna");
    } catch (JsonProcessingException broken) {
      return false;
    }
  }

  /**
   * The manifest of a dataset.
   *
   * @throws InputRefusedException if there is none, or it is of another format
   */
  public static RnaDatasetManifest read(Path directory) throws IOException {
    Path file = directory.resolve(FILE_NAME);
    if (!isIn(directory)) {
      throw new InputRefusedException(
          "%s is no RNA dataset: %s is not there or of another format; make one with trm dataset rna"
              .formatted(directory, FILE_NAME));
    }
    try {
      RnaDatasetManifest manifest = mapper().readValue(file.toFile(), RnaDatasetManifest.class);
      if (manifest.formatVersion() != FORMAT_VERSION || manifest.shards() == null) {
        throw new InputRefusedException(
            "%s: format_version is %d, expected %d; build the dataset anew"
                .formatted(file, manifest.formatVersion(), FORMAT_VERSION));
      }
      return manifest;
    } catch (JsonProcessingException broken) {
      throw new InputRefusedException(
          "%s: %s; build the dataset anew".formatted(file, broken.getOriginalMessage()), broken);
    }
  }

  private static ObjectMapper mapper() {
    return new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
  }

  /** Targets of a split. */
  public long targets(String split) {
    return shards.stream()
        .filter(shard -> shard.split().equals(split))
        .mapToLong(RnaShardSummary::targets)
        .sum();
  }

  /** Rows of a split. */
  public long rows(String split) {
    return shards.stream()
        .filter(shard -> shard.split().equals(split))
        .mapToLong(RnaShardSummary::rows)
        .sum();
  }
}
