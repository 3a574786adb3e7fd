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

  private final Recipe recipe;
  private final StepMemory memory;
  private final double available;
  private final int rows;
  private final int share;
  private final int devices;

  /** On one device. */
  MemoryFit(Recipe recipe, DataShape data, int bytesPerValue, long availableBytes) {
    this(
        recipe,
        data,
        bytesPerValue,
        availableBytes,
        Partition.whole(recipe.train().globalBatchSize()));
  }

  /**
   * @param bytesPerValue of the forward format
   * @param availableBytes memory at hand, for all devices together
   * @param partition of the batch
   */
  MemoryFit(
      Recipe recipe, DataShape data, int bytesPerValue, long availableBytes, Partition partition) {
    this.recipe = recipe;
    memory = new StepMemory(recipe.model(), data, bytesPerValue);
    available = USABLE * availableBytes;
    rows = partition.localRows();
    share = partition.share();
    devices = partition.devices();
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
    for (int pass = share; pass > 1; pass--) {
      if (share % pass == 0 && fits(new MemoryConfig(pass, recompute))) {
        return pass;
      }
    }
    return 1;
  }

  private boolean fits(MemoryConfig choice) {
    return bytes(choice) <= available;
  }

  private double bytes(MemoryConfig choice) {
    return memory.step(rows, devices * choice.microBatchSize(), choice.recompute())
        + (devices - 1) * memory.perReplica();
  }

  private String refusal(MemoryConfig choice) {
    String need =
        String.format(
            Locale.ROOT,
            "train.global_batch_size is %d: a step with memory.micro_batch_size %d and"
                + " memory.recompute %s needs about %.1f GB (%.2f GB, and %.4f GB per example of a"
                + " pass), %.1f GB can be used",
            recipe.train().globalBatchSize(),
            choice.microBatchSize(),
            choice.recompute().name().toLowerCase(Locale.ROOT),
            bytes(choice) / 1e9,
            (memory.fixed() + rows * memory.carried() + (devices - 1) * memory.perReplica()) / 1e9,
            memory.perExample(choice.recompute()) / 1e9,
            available / 1e9);
    int pass = largestPass(Recompute.BLOCKS);
    return fits(new MemoryConfig(pass, Recompute.BLOCKS))
        ? "%s; --set memory.micro_batch_size=%d --set memory.recompute=blocks would fit"
            .formatted(need, pass)
        : need + "; lower train.global_batch_size or model.hidden_size";
  }
}
