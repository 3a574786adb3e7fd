package org.tinyrecursive.pipelines.predict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tinyrecursive.modeltf.predict.SearchCounts;
import org.tinyrecursive.transforms.dataset.FileDigest;

/**
 * Predictions of a range of a split, written. As JSON it is the part's receipt.
 *
 * @param part number of the part, from 0
 * @param arrowSha256 of its Arrow file
 * @param csvSha256 of its lines
 * @param counts how many are right
 */
record PredictedPart(int part, String arrowSha256, String csvSha256, SearchCounts counts)
    implements Serializable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The part whose files are in a folder. */
  static PredictedPart of(int part, Path folder, PredictionParts parts, SearchCounts counts)
      throws IOException {
    return new PredictedPart(
        part,
        FileDigest.sha256(folder.resolve(parts.arrowPart(part))),
        FileDigest.sha256(folder.resolve(parts.csvPart(part))),
        counts);
  }

  /** What an earlier attempt left of a part, if that is whole. */
  static Optional<PredictedPart> find(int part, Path folder, PredictionParts parts)
      throws IOException {
    Path receipt = folder.resolve(parts.receipt(part));
    if (!Files.isRegularFile(receipt)) {
      return Optional.empty();
    }
    try {
      PredictedPart left = JSON.readValue(receipt.toFile(), PredictedPart.class);
      boolean whole =
          isWhole(folder.resolve(parts.arrowPart(part)), left.arrowSha256())
              && isWhole(folder.resolve(parts.csvPart(part)), left.csvSha256());
      return whole ? Optional.of(left) : Optional.empty();
    } catch (JsonProcessingException damaged) {
      return Optional.empty(); // then the part is predicted again
    }
  }

  /** Says that the files are whole. */
  void writeReceipt(Path file) throws IOException {
    JSON.writeValue(file.toFile(), this);
  }

  private static boolean isWhole(Path file, String sha256) throws IOException {
    return Files.isRegularFile(file) && FileDigest.sha256(file).equals(sha256);
  }
}
