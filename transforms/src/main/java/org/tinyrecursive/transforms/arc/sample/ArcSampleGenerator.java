package org.tinyrecursive.transforms.arc.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.ArcPair;
import org.tinyrecursive.transforms.arc.ArcTask;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Draws tasks. Task i is a pure function of (levels, seed, i); kinds of rule take turns. Every pair
 * of a task shows something, no two inputs are equal, and among all rules known here those that
 * explain the train pairs agree on the answers. Safe for use by several threads.
 */
public final class ArcSampleGenerator {
  private static final int ATTEMPTS = 1000;
  private static final int PAIR_TRIES = 200;

  /** For every pair found: on the smallest sides, two grids of three may be too large. */
  private static final int TRIES_PER_PAIR = 8;

  private final List<RuleKind> kinds;
  private final TaskSize size;
  private final long seed;

  /**
   * @param levels of the rules to draw from
   * @throws InputRefusedException if none is named
   */
  public ArcSampleGenerator(Set<RuleLevel> levels, long seed) {
    this(levels, TaskSize.USUAL, seed);
  }

  /**
   * @param levels of the rules to draw from
   * @param size of every task
   * @throws InputRefusedException if no level is named
   */
  public ArcSampleGenerator(Set<RuleLevel> levels, TaskSize size, long seed) {
    if (levels.isEmpty()) {
      throw new InputRefusedException(
          "no level of difficulty is named, allowed: "
              + EnumSet.allOf(RuleLevel.class).stream()
                  .map(Enum::name)
                  .collect(Collectors.joining(", ")));
    }
    this.kinds =
        Arrays.stream(RuleKind.values()).filter(kind -> levels.contains(kind.level())).toList();
    this.size = size;
    this.seed = seed;
  }

  /** The kinds of rule that take turns. */
  public List<RuleKind> kinds() {
    return kinds;
  }

  /** The kind of the task of this index, 0 and above. */
  public RuleKind kind(int index) {
    return kinds.get(index % kinds.size());
  }

  /**
   * The task of this index, 0 and above; its id is the kind's name and the index.
   *
   * @throws InputRefusedException if the kind has no such number of pairs of that size
   */
  public ArcTask task(int index) {
    RuleKind kind = kind(index);
    StableRandom random = StableRandom.of(seed, StableRandom.hash(kind.label()), index);
    String id = "%s-%05d".formatted(kind.label(), index);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Rule rule = kind.rules().get(random.nextInt(kind.rules().size()));
      Optional<ArcTask> task = draw(id, rule, random);
      if (task.isPresent() && Explanations.determine(task.get())) {
        return task.get();
      }
    }
    throw new InputRefusedException(
        "no task of kind %s with %d train and %d test pairs of at most %d rows and columns was found in %d attempts; ask for fewer pairs (--train-pairs, --test-pairs), larger grids (--max-side) or another --difficulty"
            .formatted(
                kind.label(), size.trainPairs(), size.testPairs(), size.maxSide(), ATTEMPTS));
  }

  private Optional<ArcTask> draw(String id, Rule rule, StableRandom random) {
    int train = size.trainPairs(random);
    int test = size.testPairs(random);
    List<ArcPair> pairs = new ArrayList<>();
    Set<ArcGrid> inputs = new HashSet<>();
    for (int tries = 0;
        tries < PAIR_TRIES + TRIES_PER_PAIR * pairs.size() && pairs.size() < train + test;
        tries++) {
      ArcGrid input = rule.input(random);
      Optional<ArcGrid> output = rule.apply(input);
      if (output.isPresent()
          && !output.get().equals(input)
          && size.allows(input)
          && size.allows(output.get())
          && inputs.add(input)) {
        pairs.add(new ArcPair(input, output.get()));
      }
    }
    return pairs.size() < train + test
        ? Optional.empty()
        : Optional.of(new ArcTask(id, pairs.subList(0, train), pairs.subList(train, train + test)));
  }
}
