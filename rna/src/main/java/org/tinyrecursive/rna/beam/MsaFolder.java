package org.tinyrecursive.rna.beam;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.tinyrecursive.rna.dataset.MsaProfile;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.transforms.FileSpec;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * Alignments of targets, {@code <target_id>.MSA.fasta}, where there are any.
 *
 * @param place a folder of this machine, or an address such as {@code gs://bucket/MSA}; empty: none
 */
public record MsaFolder(String place) implements Serializable {
  /** No alignment of any target. */
  public static final MsaFolder NONE = new MsaFolder("");

  private static final String SUFFIX = ".MSA.fasta";

  /**
   * A folder.
   *
   * @throws InputRefusedException if it is on this machine and not there
   */
  public static MsaFolder of(String place) {
    if (FileSpec.isLocal(place) && !Files.isDirectory(Path.of(place))) {
      throw new InputRefusedException(
          "--msa-dir %s: no such folder; it holds <target_id>%s of the targets that have one"
              .formatted(place, SUFFIX));
    }
    return new MsaFolder(
        FileSpec.isLocal(place) ? Path.of(place).toAbsolutePath().toString() : place);
  }

  /**
   * The profile of a target, see {@link MsaProfile}; empty where it has no alignment.
   *
   * @throws InputRefusedException if the alignment cannot be used
   */
  public float[] profile(RnaTarget target) {
    if (place.isEmpty()) {
      return new float[0];
    }
    String file = place + (place.endsWith("/") ? "" : "/") + target.id() + SUFFIX;
    return exists(file) ? MsaProfile.read(RnaFiles.open(file), target) : new float[0];
  }

  private static boolean exists(String file) {
    if (FileSpec.isLocal(file)) {
      return Files.exists(Path.of(file));
    }
    try {
      return !FileSystems.match(file, EmptyMatchTreatment.ALLOW).metadata().isEmpty();
    } catch (IOException failed) {
      throw new InputRefusedException(file + ": cannot be read: " + failed.getMessage(), failed);
    }
  }
}
