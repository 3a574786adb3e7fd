package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import java.util.Map;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * What a shard will hold.
 *
 * @param groups rows of the raw data
 * @param puzzles what they become
 */
record ShardSize(long groups, long puzzles) implements Serializable {
  private static final ShardSize NOTHING = new ShardSize(0, 0);

  /** All that comes before a shard: the first ids of its own groups and puzzles. */
  static ShardSize before(int shard, Map<Integer, ShardSize> sizes) {
    ShardSize all = sizes.values().stream().reduce(NOTHING, ShardSize::plus);
    if (all.puzzles > Integer.MAX_VALUE) {
      throw new InputRefusedException(
          "split would have %,d puzzles, allowed: up to %,d; lower --num-aug or --subsample-size"
              .formatted(all.puzzles, Integer.MAX_VALUE));
    }
    return sizes.entrySet().stream()
        .filter(size -> size.getKey() < shard)
        .map(Map.Entry::getValue)
        .reduce(NOTHING, ShardSize::plus);
  }

  private ShardSize plus(ShardSize other) {
    return new ShardSize(groups + other.groups, puzzles + other.puzzles);
  }
}
