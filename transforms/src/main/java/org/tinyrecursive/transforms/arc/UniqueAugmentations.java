package org.tinyrecursive.transforms.arc;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * The augmentations of a task: drawn at random, without those whose content is that of the original
 * or of an earlier one. As published, there are at most the asked number, out of at most five times
 * as many tries; a task of much symmetry and few colours has fewer.
 *
 * <p>A pure function of task, seed and number. Memory is one hash per augmentation.
 */
public final class UniqueAugmentations implements Iterator<Augmentation> {
  /** Tries for each augmentation asked for. */
  static final int TRIES_PER_AUGMENTATION = 5;

  private static final long PURPOSE = 1;

  private final TaskFingerprint fingerprint;
  private final StableRandom random;
  private final LongSet seen;
  private final int numAug;
  private long triesLeft;
  private int found;
  private Augmentation next;

  /**
   * @param numAug augmentations wanted, besides the original; 0 and above
   */
  public UniqueAugmentations(ArcTask task, long seed, int numAug) {
    this.fingerprint = new TaskFingerprint(task);
    this.random = StableRandom.of(seed, StableRandom.hash(task.id()), PURPOSE);
    this.seen = new LongSet(numAug + 1);
    this.numAug = numAug;
    this.triesLeft = (long) TRIES_PER_AUGMENTATION * numAug;
    seen.add(fingerprint.of(Augmentation.IDENTITY));
  }

  /** Those given so far. */
  public int found() {
    return found;
  }

  /** Those drawn so far that were the original's content or an earlier one's. */
  public long duplicates() {
    return (long) TRIES_PER_AUGMENTATION * numAug - triesLeft - found;
  }

  /** How many there are. */
  public static int count(ArcTask task, long seed, int numAug) {
    UniqueAugmentations all = new UniqueAugmentations(task, seed, numAug);
    while (all.hasNext()) {
      all.next();
    }
    return all.found;
  }

  @Override
  public boolean hasNext() {
    while (next == null && found < numAug && triesLeft > 0) {
      triesLeft--;
      Augmentation drawn = Augmentation.random(random);
      if (seen.add(fingerprint.of(drawn))) {
        found++;
        next = drawn;
      }
    }
    return next != null;
  }

  @Override
  public Augmentation next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the task has %d augmentations".formatted(found));
    }
    Augmentation drawn = next;
    next = null;
    return drawn;
  }
}
