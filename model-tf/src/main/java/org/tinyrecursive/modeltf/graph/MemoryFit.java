package org.tinyrecursive.modeltf.graph;

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
  private final int batch;

  /**
   * @param bytesPerValue of the forward format
   * @param availableBytes memory at hand
   */
  MemoryFit(Recipe recipe, DataShape data, int bytesPerValue, long availableBytes) {
    this.recipe = recipe;
    memory = new StepMemory(recipe.model(), data, bytesPerValue);
    available = USABLE * availableBytes;
    batch = recipe.train().globalBatchSize();
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
                asked.microBatchSize() > 0 || kept.microBatchSize() >= Math.min(batch, LARGE_PASS);
            yield enough && fits(kept) ? kept : with(Recompute.BLOCKS);
          }
        };
    if (!fits(choice)) {
      throw new InputRefusedException(refusal(choice));
    }
    return recipe.withMemory(choice);
  }

  /** The passes asked for, or the largest that fit; 1 where none does. */
  private MemoryConfig with(Recompute recompute) {
    int asked = recipe.memory().microBatchSize();
    return new MemoryConfig(asked > 0 ? asked : largestPass(recompute), recompute);
  }

  private int largestPass(Recompute recompute) {
    for (int rows = batch; rows > 1; rows--) {
      if (batch % rows == 0 && fits(new MemoryConfig(rows, recompute))) {
        return rows;
      }
    }
    return 1;
  }

  private boolean fits(MemoryConfig choice) {
    return bytes(choice) <= available;
  }

  private double bytes(MemoryConfig choice) {
    return memory.step(batch, choice.microBatchSize(), choice.recompute());
  }

  private String refusal(MemoryConfig choice) {
    String need =
        String.format(
            Locale.ROOT,
            "train.global_batch_size is %d: a step with memory.micro_batch_size %d and"
                + " memory.recompute %s needs about %.1f GB (%.2f GB, and %.4f GB per example of a"
                + " pass), %.1f GB can be used",
            batch,
            choice.microBatchSize(),
            choice.recompute().name().toLowerCase(Locale.ROOT),
            bytes(choice) / 1e9,
            (memory.fixed() + batch * memory.carried()) / 1e9,
            memory.perExample(choice.recompute()) / 1e9,
            available / 1e9);
    int pass = largestPass(Recompute.BLOCKS);
    return fits(new MemoryConfig(pass, Recompute.BLOCKS))
        ? "%s; --set memory.micro_batch_size=%d --set memory.recompute=blocks would fit"
            .formatted(need, pass)
        : need + "; lower train.global_batch_size or model.hidden_size";
  }
}
