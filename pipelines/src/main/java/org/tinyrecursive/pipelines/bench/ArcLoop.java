package org.tinyrecursive.pipelines.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.arc.ArcCanvas;
import org.tinyrecursive.transforms.arc.ArcSolutions;
import org.tinyrecursive.transforms.arc.ArcTask;
import org.tinyrecursive.transforms.arc.ArcTaskReader;
import org.tinyrecursive.transforms.arc.TaskExpansion;
import org.tinyrecursive.transforms.arc.TestPairs;
import org.tinyrecursive.transforms.arc.UniqueAugmentations;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.dataset.ShardWriter;

/** One loop in one thread: task, unique augmentations, tokens, an Arrow file for each split. */
final class ArcLoop {
  private final String prefix;
  private final long seed;
  private final int numAug;
  private int group;
  private int firstPuzzle;
  private long examples;

  /**
   * @param prefix of the files of all subsets, local
   */
  ArcLoop(String prefix, long seed, int numAug) {
    this.prefix = prefix;
    this.seed = seed;
    this.numAug = numAug;
  }

  /** Returns the number of examples written. */
  long write(List<String> subsets, String testSet, Path folder) throws IOException {
    try (FileChannel trainFile = open(folder.resolve("train.arrow"));
        FileChannel testFile = open(folder.resolve("test.arrow"));
        ShardWriter train = writer(trainFile);
        ShardWriter test = writer(testFile)) {
      for (String subset : subsets) {
        TestPairs use = subset.equals(testSet) ? TestPairs.HELD_OUT : TestPairs.LEARNED;
        for (ArcTask task : read(subset)) {
          append(task, use, train, test);
        }
      }
      train.finish("train.arrow");
      test.finish("test.arrow");
      // The pipeline's files are on the disk when it ends, so these are too.
      trainFile.force(true);
      testFile.force(true);
    }
    return examples;
  }

  private void append(ArcTask task, TestPairs use, ShardWriter train, ShardWriter test)
      throws IOException {
    TaskExpansion expansion = new TaskExpansion(seed, numAug);
    int first = firstPuzzle;
    expansion.expandTrain(
        task,
        use,
        (puzzle, example, inputs, labels) -> {
          train.append(group, first + puzzle, 1 + first + puzzle, example, inputs, labels);
          examples++;
        });
    if (use == TestPairs.HELD_OUT) {
      expansion.expandTest(
          task,
          (puzzle, example, inputs, labels) -> {
            test.append(group, first + puzzle, 1 + first + puzzle, example, inputs, labels);
            examples++;
          });
    }
    group++;
    firstPuzzle += 1 + UniqueAugmentations.count(task, seed, numAug);
  }

  private List<ArcTask> read(String subset) throws IOException {
    Path challenges = Path.of("%s_%s_challenges.json".formatted(prefix, subset));
    Path solutions = Path.of("%s_%s_solutions.json".formatted(prefix, subset));
    List<ArcTask> tasks = new ArrayList<>();
    try (InputStream answers = Files.newInputStream(solutions);
        InputStream questions = Files.newInputStream(challenges)) {
      new ArcTaskReader(
              tasks::add,
              reject -> {
                throw new InputRefusedException(
                    "%s:%d: %s: %s %s; a benchmark takes good tasks only"
                        .formatted(
                            reject.file(),
                            reject.line(),
                            reject.path(),
                            reject.what(),
                            reject.reason()));
              })
          .readChallenges(
              challenges.getFileName().toString(),
              questions,
              Optional.of(ArcSolutions.read(solutions.getFileName().toString(), answers)));
    }
    return tasks;
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private static ShardWriter writer(FileChannel file) throws IOException {
    return new ShardWriter(
        file, ArcCanvas.CELLS, Compression.ZSTD, ShardWriter.defaultRowsPerBatch(ArcCanvas.CELLS));
  }
}
