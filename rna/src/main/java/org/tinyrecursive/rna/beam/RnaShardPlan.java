package org.tinyrecursive.rna.beam;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Locale;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Where the windows of a target go.
 *
 * @param directory absolute path of the folder that every worker sees
 * @param maxLength most residues of a window
 * @param temporalCutoff last day of training: a target known on it or before is for training, one
 *     known later for validation
 * @param shards files of each split
 * @param compression of the files
 * @param msa alignments that become profiles
 */
public record RnaShardPlan(
    String directory,
    int maxLength,
    LocalDate temporalCutoff,
    int shards,
    Compression compression,
    MsaFolder msa)
    implements Serializable {
  /** Name of the split to train on. */
  public static final String TRAIN = "train";

  /** Name of the split of later targets. */
  public static final String VALIDATION = "validation";

  /** The file of a target, a function of its name and day alone. */
  String fileOf(RnaTarget target) {
    String split = target.cutoff().isAfter(temporalCutoff) ? VALIDATION : TRAIN;
    int shard = (int) Math.floorMod(StableRandom.hash(target.id()), (long) shards);
    return String.format(Locale.ROOT, "%s/part-%05d-of-%05d.arrow", split, shard, shards);
  }
}
