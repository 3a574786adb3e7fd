package org.tinyrecursive.modeltf.config;

import org.tinyrecursive.transforms.InputRefusedException;

/** A named experiment: architecture, training, and everything that may help it. */
public record Recipe(
    @Setting(key = "name", help = "short name, kebab-case") String name,
    @Setting(key = "description", help = "what it trains and what to expect", value = "none")
        String description,
    @Setting(key = "model", help = "architecture") ModelConfig model,
    @Setting(key = "train", help = "training") TrainConfig train,
    @Setting(key = "curriculum", help = "easier inputs first", value = "off")
        CurriculumConfig curriculum,
    @Setting(key = "recursion", help = "shallower recursion first", value = "off")
        RecursionConfig recursion,
    @Setting(key = "optimizer", help = "from gradients to updates", value = "published")
        OptimizerConfig optimizer,
    @Setting(key = "memory", help = "how a step fits into memory", value = "auto")
        MemoryConfig memory,
    @Setting(key = "selection", help = "which checkpoints count", value = "best")
        SelectionConfig selection) {

  public Recipe {
    int micro = memory.microBatchSize();
    if (micro > 0 && train.globalBatchSize() % micro != 0) {
      throw new InputRefusedException(
          "memory.micro_batch_size is %d and does not divide train.global_batch_size %d; choose a divisor, such as %d"
              .formatted(micro, train.globalBatchSize(), divisor(train.globalBatchSize(), micro)));
    }
  }

  /** With whatever may help left out. */
  public Recipe(
      String name,
      String description,
      ModelConfig model,
      TrainConfig train,
      CurriculumConfig curriculum) {
    this(
        name,
        description,
        model,
        train,
        curriculum,
        RecursionConfig.FULL,
        OptimizerConfig.PUBLISHED,
        MemoryConfig.AUTO,
        SelectionConfig.DEFAULT);
  }

  /** The largest divisor that is not above a limit. */
  private static int divisor(int number, int limit) {
    int divisor = Math.min(number, limit);
    while (number % divisor != 0) {
      divisor--;
    }
    return divisor;
  }

  /** The same experiment, fitted into memory another way. */
  public Recipe withMemory(MemoryConfig choice) {
    return new Recipe(
        name, description, model, train, curriculum, recursion, optimizer, choice, selection);
  }

  /** The same experiment with other help. */
  public Recipe withOptimizer(OptimizerConfig choice) {
    return new Recipe(
        name, description, model, train, curriculum, recursion, choice, memory, selection);
  }

  /** The same experiment with another recursion schedule. */
  public Recipe withRecursion(RecursionConfig choice) {
    return new Recipe(
        name, description, model, train, curriculum, choice, optimizer, memory, selection);
  }
}
