package org.tinyrecursive.workflows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.tinyrecursive.transforms.dataset.FolderTree;

/**
 * Generated puzzles, a dataset of them and a model that was trained on it for a moment: it solves
 * little, and everything that follows has something to work on.
 *
 * @param raw folder with train.csv and test.csv
 * @param data the dataset
 * @param run the run, with averaged weights
 */
public record TinyRoad(Path raw, Path data, Path run) {
  static final int TEST_PUZZLES = 40;
  private static TinyRoad shared;

  /** Settings of a model that trains in a second. */
  static final Object[] MODEL = {
    "--recipe=sudoku-mini",
    "--set=model.hidden_size=16",
    "--set=model.puzzle_emb_ndim=16",
    "--set=train.global_batch_size=16",
    "--set=train.lr_warmup_steps=1"
  };

  /** The road of 4×4 puzzles that tests of one process share; none may change what is in it. */
  public static synchronized TinyRoad shared() {
    if (shared == null) {
      try {
        Path folder = Files.createTempDirectory("trm-tiny-road");
        shared = make(folder, 4);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    }
    return shared;
  }

  private static void delete(Path folder) {
    try {
      FolderTree.delete(folder);
    } catch (IOException busy) {
      throw new UncheckedIOException(busy);
    }
  }

  /** Makes all of it in a folder. */
  static TinyRoad make(Path folder, int side) {
    TinyRoad road =
        new TinyRoad(folder.resolve("raw"), folder.resolve("data"), folder.resolve("run"));
    Trm.run(
            "sample",
            "sudoku",
            "--size",
            side,
            "--difficulty=easy",
            "--count=64",
            "--test-count",
            TEST_PUZZLES,
            "--output-dir",
            road.raw)
        .requireDone();
    Trm.run(
            "dataset",
            "sudoku",
            "--train",
            road.raw.resolve("train.csv"),
            "--test",
            road.raw.resolve("test.csv"),
            "--num-aug=1",
            "--output-dir",
            road.data)
        .requireDone();
    road.train("--output-dir", road.run, "--set=train.epochs=8", "--set=train.eval_interval=8")
        .requireDone();
    return road;
  }

  /** Trains on the dataset. */
  Trm train(Object... more) {
    return Trm.run(joined(new Object[] {"train", "--data", data}, joined(MODEL, more)));
  }

  static Object[] joined(Object[] first, Object... second) {
    Object[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
