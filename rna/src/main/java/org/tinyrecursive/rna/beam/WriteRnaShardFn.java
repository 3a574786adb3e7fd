package org.tinyrecursive.rna.beam;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.tinyrecursive.rna.dataset.Crop;
import org.tinyrecursive.rna.dataset.LabelledTarget;
import org.tinyrecursive.rna.dataset.RnaShardSummary;
import org.tinyrecursive.rna.dataset.RnaShardWriter;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.transforms.dataset.FileDigest;

/** Writes one shard to a temporary name and renames it; targets in the order of their names. */
final class WriteRnaShardFn extends DoFn<KV<String, Iterable<LabelledTarget>>, RnaShardSummary> {
  private static final long serialVersionUID = 1;

  private final RnaShardPlan plan;
  private final Counter written =
      Metrics.counter(WriteRnaDataset.COUNTERS, WriteRnaDataset.WRITTEN);

  WriteRnaShardFn(RnaShardPlan plan) {
    this.plan = plan;
  }

  @ProcessElement
  public void processElement(
      @Element KV<String, Iterable<LabelledTarget>> shard, OutputReceiver<RnaShardSummary> out)
      throws IOException {
    List<LabelledTarget> targets = new ArrayList<>();
    shard.getValue().forEach(targets::add);
    targets.sort(Comparator.comparing(labelled -> labelled.target().id()));
    Path file = Path.of(plan.directory()).resolve(shard.getKey());
    Path temporary = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
    Files.createDirectories(file.getParent());
    long rows = 0;
    long residues = 0;
    long unresolved = 0;
    try (RnaShardWriter writer =
        new RnaShardWriter(
            FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            plan.compression())) {
      for (LabelledTarget labelled : targets) {
        List<Coordinates> structures = labelled.references().structures();
        float[] profile = plan.msa().profile(labelled.target());
        for (Crop crop : Crop.of(labelled.target().sequence().length(), plan.maxLength())) {
          if (isResolved(structures, crop)) {
            writer.append(labelled.target(), crop, structures, profile);
            rows++;
            residues += crop.to() - crop.from();
          } else {
            unresolved++;
          }
        }
        written.inc();
      }
      writer.finish();
    }
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    out.output(
        new RnaShardSummary(
            shard.getKey().substring(0, shard.getKey().indexOf('/')),
            shard.getKey(),
            targets.size(),
            rows,
            residues,
            unresolved,
            Files.size(file),
            FileDigest.sha256(file)));
  }

  private static boolean isResolved(List<Coordinates> structures, Crop crop) {
    return structures.stream()
        .anyMatch(structure -> structure.slice(crop.from(), crop.to()).resolved() > 0);
  }
}
