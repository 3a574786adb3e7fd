package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tinyrecursive.rna.dataset.RnaRow;
import org.tinyrecursive.rna.dataset.RnaShardReader;
import org.tinyrecursive.rna.dataset.RnaShardSummary;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.FileDigest;
import org.tinyrecursive.transforms.dataset.Problem;

/** Compares every file and row of an RNA dataset with its manifest. */
public final class RnaDatasetVerifier {
  private final Path directory;
  private final RnaDatasetManifest manifest;
  private final List<Problem> problems = new ArrayList<>();

  private RnaDatasetVerifier(Path directory, RnaDatasetManifest manifest) {
    this.directory = directory;
    this.manifest = manifest;
  }

  /**
   * Everything that is wrong, in order of the manifest; nothing if the dataset is sound.
   *
   * @throws InputRefusedException if the folder has no manifest of an RNA dataset
   */
  public static List<Problem> verify(Path directory) throws IOException {
    RnaDatasetVerifier verifier =
        new RnaDatasetVerifier(directory, RnaDatasetManifest.read(directory));
    for (RnaShardSummary shard : verifier.manifest.shards()) {
      verifier.verify(shard);
    }
    verifier.findExtra();
    return List.copyOf(verifier.problems);
  }

  private void verify(RnaShardSummary shard) throws IOException {
    Path file = directory.resolve(shard.file());
    if (!Files.isRegularFile(file)) {
      add(Problem.Kind.MISSING, shard.file(), "is not there");
      return;
    }
    String digest = FileDigest.sha256(file);
    if (Files.size(file) != shard.bytes() || !digest.equals(shard.sha256())) {
      add(
          Problem.Kind.BYTES,
          shard.file(),
          "has %d bytes with sha256 %s, the manifest %d with %s"
              .formatted(Files.size(file), digest, shard.bytes(), shard.sha256()));
      return;
    }
    try {
      verifyRows(shard, RnaShardReader.read(file));
    } catch (InputRefusedException refused) {
      add(Problem.Kind.LAYOUT, shard.file(), refused.getMessage());
    }
  }

  private void verifyRows(RnaShardSummary shard, List<RnaRow> rows) {
    long targets = rows.stream().map(RnaRow::targetId).distinct().count();
    if (rows.size() != shard.rows() || targets > shard.targets()) {
      add(
          Problem.Kind.COUNT,
          shard.file(),
          "has %d rows of %d targets, the manifest %d of %d"
              .formatted(rows.size(), targets, shard.rows(), shard.targets()));
    }
    for (RnaRow row : rows) {
      if (row.length() > manifest.maxLength()) {
        add(
            Problem.Kind.RANGE,
            shard.file(),
            "row of %s has %d residues, the manifest allows %d"
                .formatted(row.targetId(), row.length(), manifest.maxLength()));
      }
    }
  }

  private void findExtra() throws IOException {
    Set<String> known =
        manifest.shards().stream().map(RnaShardSummary::file).collect(Collectors.toSet());
    try (Stream<Path> files = Files.walk(directory)) {
      files
          .map(file -> directory.relativize(file).toString())
          .filter(file -> file.endsWith(".arrow") && !known.contains(file))
          .sorted()
          .forEach(file -> add(Problem.Kind.EXTRA, file, "is not in the manifest"));
    }
  }

  private void add(Problem.Kind kind, String file, String detail) {
    problems.add(new Problem(kind, file, detail));
  }
}
