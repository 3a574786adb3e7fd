package org.tinyrecursive.transforms.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Problem.Kind;

/** Checks the shards of one split, one after the other in the order of their rows. */
final class SplitVerifier {
  private static final int NO_GROUP = -1;

  private final DatasetManifest manifest;
  private final List<Problem> problems;
  private final RowOrder order = new RowOrder();
  private int lastGroup = NO_GROUP;

  SplitVerifier(DatasetManifest manifest, List<Problem> problems) {
    this.manifest = manifest;
    this.problems = problems;
  }

  /**
   * Checks the next shard.
   *
   * @param file that holds it, of the right length
   */
  void check(ShardEntry shard, Path file) throws IOException {
    String sha256 = Sha256.of(file);
    if (!sha256.equals(shard.sha256())) {
      add(
          Kind.BYTES,
          shard,
          "its bytes were changed: sha256 is %s, expected %s".formatted(sha256, shard.sha256()));
      return; // whatever else is wrong follows from that
    }
    try {
      checkRows(shard, MappedFile.open(file));
    } catch (InputRefusedException e) {
      add(Kind.LAYOUT, shard, e.getMessage());
    }
  }

  private void checkRows(ShardEntry shard, MappedFile file) {
    ShardFindings findings = new ShardFindings(manifest.tokens());
    int firstGroup = NO_GROUP;
    try (IdColumns ids = new IdColumns();
        BufferDecoder decoder = new BufferDecoder()) {
      byte[] tokens = new byte[0];
      for (BatchLocation batch : ShardReader.batches(file, manifest.seqLen(), 0)) {
        if (batch.inputs().compression() != manifest.compression()) {
          throw new InputRefusedException(
              "compression is %s, expected %s as the manifest says"
                  .formatted(batch.inputs().compression().label(), manifest.compression().label()));
        }
        ids.load(batch);
        if (batch.firstExample() == 0) {
          firstGroup = ids.group(0);
        }
        for (int row = 0; row < batch.rows(); row++) {
          findings.row(order, ids, row);
        }
        int length = batch.rows() * manifest.seqLen();
        tokens = decoder.read(file, batch.inputs(), tokens, length);
        findings.tokens("inputs", batch.firstExample(), tokens, length);
        tokens = decoder.read(file, batch.labels(), tokens, length);
        findings.tokens("labels", batch.firstExample(), tokens, length);
      }
    }
    if (firstGroup != NO_GROUP && firstGroup == lastGroup) {
      add(Kind.ORDER, shard, "continues group %d of the shard before it".formatted(firstGroup));
    }
    lastGroup = findings.rows() == 0 ? lastGroup : findings.lastGroup();
    findings.report(shard, problems);
  }

  private void add(Kind kind, ShardEntry shard, String detail) {
    problems.add(new Problem(kind, shard.file(), detail));
  }
}
