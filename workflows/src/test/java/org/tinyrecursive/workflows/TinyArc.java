package org.tinyrecursive.workflows;

import java.nio.file.Path;

/**
 * A model of generated ARC tasks that has learned next to nothing, and tasks it has never seen.
 *
 * @param run the run
 * @param challenges the unseen tasks, whose answers lie beside them
 */
public record TinyArc(Path run, Path challenges) {
  /** Makes both in a folder. */
  public static TinyArc make(Path folder, int unseen) {
    sample(folder.resolve("raw"), 4, 0);
    sample(folder.resolve("unseen"), unseen, 7);
    Trm.run(
            "dataset",
            "arc",
            "--input-file-prefix",
            folder.resolve("raw/arc-sample"),
            "--subsets=evaluation",
            "--test-set-name=evaluation",
            "--num-aug=2",
            "--canvas=8",
            "--shards=1",
            "--output-dir",
            folder.resolve("data"))
        .requireDone();
    Path run = folder.resolve("run");
    Trm.run(
            "train",
            "--recipe=sudoku-mini",
            "--set=model.hidden_size=16",
            "--set=model.puzzle_emb_ndim=16",
            "--set=model.halt_max_steps=2",
            "--set=train.global_batch_size=4",
            "--set=train.lr_warmup_steps=1",
            "--set=train.epochs=4",
            "--set=train.eval_interval=4",
            "--data",
            folder.resolve("data"),
            "--output-dir",
            run)
        .requireDone();
    return new TinyArc(run, folder.resolve("unseen/arc-sample_evaluation_challenges.json"));
  }

  private static void sample(Path output, int tasks, long seed) {
    Trm.run(
            "sample",
            "arc",
            "--difficulty=easy",
            "--max-side=8",
            "--count=0",
            "--test-count",
            tasks,
            "--seed",
            seed,
            "--output-dir",
            output)
        .requireDone();
  }
}
