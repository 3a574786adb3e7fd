package org.tinyrecursive.modeltf.graph;

import java.math.BigInteger;
import java.util.Locale;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.MemoryConfig;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.Recompute;
import org.tinyrecursive.modeltf.model.StepMemory;
import org.tinyrecursive.transforms.InputRefusedException;

/** Chooses how a step fits into memory, and refuses what does not, before anything is allocated. */
final class MemoryFit {
  /** Passes of so many examples keep the processor busy; smaller ones are worth recomputing for. */
  private static final int LARGE_PASS = 32;

  /** Left to the system and to what an estimate cannot know. */
  private static final double USABLE = 0.9;

  /** Main memory is others' too: a choice takes more than this share only where it has to. */
  private static final double MODEST = 0.5;

  private final Recipe recipe;
  private final MemoryPool pool;
  private final StepMemory memory;
  private final double available;
  private final double modest;
  private final int rows;
  private final int share;

  /**
   * @param bytesPerValue of the forward format
   * @param pool memory at hand
   * @param partition of the batch
   */
  MemoryFit(
      Recipe recipe, DataShape data, int bytesPerValue, MemoryPool pool, Partition partition) {
    this.recipe = recipe;
    this.pool = pool;
    memory = new StepMemory(recipe.model(), data, bytesPerValue);
    double bytes = pool.bytes().orElse(Long.MAX_VALUE);
    available = USABLE * bytes;
    modest = pool.isShared() ? MODEST * bytes : available;
    share = partition.share();
    rows = pool.devices() * share;
  }

  /**
   * The recipe with nothing left to choose.
   *
   * @throws InputRefusedException if the step cannot fit, naming the numbers and what would fit
   */
  Recipe settle() {
    MemoryConfig asked = recipe.memory();
    MemoryConfig choice =
        switch (asked.recompute()) {
          case NONE, BLOCKS -> with(asked.recompute());
          case AUTO -> {
            MemoryConfig kept = with(Recompute.NONE);
            boolean enough =
                asked.microBatchSize() > 0 || kept.microBatchSize() >= Math.min(share, LARGE_PASS);
            yield enough && fits(kept) ? kept : with(Recompute.BLOCKS);
          }
        };
    if (!fits(choice)) {
      throw new InputRefusedException(refusal(choice));
    }
    return recipe.withMemory(choice);
  }

  /**
   * The passes asked for, cut to what divides a device's share: a run may go on with more devices.
   * Or the largest that fit; 1 where none does.
   */
  private MemoryConfig with(Recompute recompute) {
    int asked = recipe.memory().microBatchSize();
    int pass =
        asked > 0
            ? BigInteger.valueOf(asked).gcd(BigInteger.valueOf(share)).intValueExact()
            : largestPass(recompute);
    return new MemoryConfig(pass, recompute);
  }

  private int largestPass(Recompute recompute) {
    int pass = largestPass(recompute, modest);
    return pass > 1 ? pass : largestPass(recompute, available);
  }

  private int largestPass(Recompute recompute, double limit) {
    for (int pass = share; pass > 1; pass--) {
      if (share % pass == 0 && bytes(new MemoryConfig(pass, recompute)) <= limit) {
        return pass;
      }
    }
    return 1;
  }

  private boolean fits(MemoryConfig choice) {
    return bytes(choice) <= available;
  }

  private double bytes(MemoryConfig choice) {
    return memory.step(rows, pool.devices() * choice.microBatchSize(), choice.recompute())
        + (pool.devices() - 1) * memory.perReplica();
  }

  private String refusal(MemoryConfig choice) {
    String need =
        String.format(
            Locale.ROOT,
            "train.global_batch_size is %d: a step with memory.micro_batch_size %d and"
                + " memory.recompute %s needs about %.1f GB (%.2f GB, and %.4f GB per example of a"
                + " pass), %.1f GB of %s can be used",
            recipe.train().globalBatchSize(),
            choice.microBatchSize(),
            choice.recompute().name().toLowerCase(Locale.ROOT),
            bytes(choice) / 1e9,
            (memory.fixed() + rows * memory.carried() + (pool.devices() - 1) * memory.perReplica())
                / 1e9,
            memory.perExample(choice.recompute()) / 1e9,
            available / 1e9,
            pool.where());
    int pass = largestPass(Recompute.BLOCKS);
    return fits(new MemoryConfig(pass, Recompute.BLOCKS))
        ? "%s; --set memory.micro_batch_size=%d --set memory.recompute=blocks would fit"
            .formatted(need, pass)
        : need + "; lower train.global_batch_size or model.hidden_size";
  }
}
