package org.tinyrecursive.transforms.arc;

import java.util.List;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * A change that keeps a task's rule recognizable: colours renamed, then turned or flipped.
 *
 * @param transform one of the eight symmetries of the square
 * @param colours what every colour becomes
 */
public record Augmentation(Dihedral transform, ColourPermutation colours) {
  /** Changes nothing. */
  public static final Augmentation IDENTITY =
      new Augmentation(Dihedral.IDENTITY, ColourPermutation.IDENTITY);

  /** Drawn uniformly from all that keep colour 0. */
  public static Augmentation random(StableRandom random) {
    return new Augmentation(
        Dihedral.of(random.nextInt(Dihedral.values().length)), ColourPermutation.random(random));
  }

  /** The changed grid. */
  public ArcGrid apply(ArcGrid grid) {
    return transform.apply(colours.apply(grid));
  }

  /** The changed pair. */
  public ArcPair apply(ArcPair pair) {
    return new ArcPair(apply(pair.input()), apply(pair.output()));
  }

  /** The task with all its pairs changed; its id stays. */
  public ArcTask apply(ArcTask task) {
    return new ArcTask(task.id(), apply(task.train()), apply(task.test()));
  }

  /** The augmentation that undoes this one: renaming and turning do not meddle with each other. */
  public Augmentation inverse() {
    return new Augmentation(transform.inverse(), colours.inverse());
  }

  private List<ArcPair> apply(List<ArcPair> pairs) {
    return pairs.stream().map(this::apply).toList();
  }
}
