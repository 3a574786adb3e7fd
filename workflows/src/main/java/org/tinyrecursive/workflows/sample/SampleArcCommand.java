package org.tinyrecursive.workflows.sample;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.sample.ArcSampleGenerator;
import org.tinyrecursive.transforms.arc.sample.RuleLevel;
import org.tinyrecursive.transforms.arc.sample.TaskSize;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes tasks of our own making in the published layout of ARC. */
@Command
public final class SampleArcCommand implements Callable<Integer> {
  private static final String MIXED = "mixed";

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "400",
      description = "tasks of the subset training")
  private int count;

  @Option(
      names = "--test-count",
      paramLabel = "N",
      defaultValue = "100",
      description = "tasks of the subset evaluation: the same kinds of rule, drawn anew")
  private int testCount;

  @Option(
      names = "--difficulty",
      paramLabel = "LEVEL",
      defaultValue = MIXED,
      description =
          "easy (the whole grid or a colour changes), medium (cells are told apart by place), hard"
              + " (objects are compared, pictures or rules combined), or mixed")
  private String difficulty;

  @Option(
      names = "--train-pairs",
      paramLabel = "N",
      defaultValue = "0",
      description = "train pairs of every task; 0: three to five, as tasks for people have")
  private int trainPairs;

  @Option(
      names = "--test-pairs",
      paramLabel = "N",
      defaultValue = "0",
      description = "test pairs of every task; 0: one or two")
  private int testPairs;

  @Option(
      names = "--max-side",
      paramLabel = "N",
      defaultValue = "" + ArcGrid.MAX_SIDE,
      description = "rows and columns that a grid may have, 8 to 30")
  private int maxSide;

  @Mixin private SampleOptions sample;
  @Mixin private ResultOptions result;

  /** What was written; keys of the JSON result. */
  record Written(
      String outputDir,
      String inputFilePrefix,
      int trainingTasks,
      int evaluationTasks,
      Map<String, Integer> tasksByKind,
      String difficulty,
      long seed,
      double seconds) {}

  @Override
  public Integer call() throws IOException {
    if (count < 0 || testCount < 0) {
      throw new InputRefusedException(
          "counts of tasks are %d and %d, allowed: 0 and above".formatted(count, testCount));
    }
    TaskSize size = new TaskSize(trainPairs, testPairs, maxSide);
    ArcSampleGenerator generator = new ArcSampleGenerator(levels(), size, sample.seed());
    long start = System.nanoTime();
    ArcSampleFiles.write(sample.outputDir(), generator::task, count, testCount);
    Map<String, Integer> byKind = new TreeMap<>();
    for (int i = 0; i < count + testCount; i++) {
      byKind.merge(generator.kind(i).label(), 1, Integer::sum);
    }
    Written written =
        new Written(
            sample.outputDir().toString(),
            sample.outputDir().resolve(ArcSampleFiles.PREFIX).toString(),
            count,
            testCount,
            byKind,
            difficulty,
            sample.seed(),
            (System.nanoTime() - start) / 1e9);
    result.print(() -> text(written), written);
    return ExitCode.DONE;
  }

  private Set<RuleLevel> levels() {
    if (difficulty.equals(MIXED)) {
      return EnumSet.allOf(RuleLevel.class);
    }
    return Arrays.stream(RuleLevel.values())
        .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(difficulty))
        .findFirst()
        .<Set<RuleLevel>>map(EnumSet::of)
        .orElseThrow(
            () ->
                new InputRefusedException(
                    "--difficulty is %s, allowed: %s, %s"
                        .formatted(
                            difficulty,
                            Arrays.stream(RuleLevel.values())
                                .map(level -> level.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", ")),
                            MIXED)));
  }

  private static String text(Written written) {
    return String.format(
        Locale.ROOT,
        "Wrote %,d training and %,d evaluation tasks of %d kinds (%s, seed %d) to %s in %.1f s.%n"
            + "Next: trm dataset arc --input-file-prefix %s --subsets %s,%s --test-set-name %s"
            + " --output-dir …",
        written.trainingTasks(),
        written.evaluationTasks(),
        written.tasksByKind().size(),
        written.difficulty(),
        written.seed(),
        written.outputDir(),
        written.seconds(),
        written.inputFilePrefix(),
        ArcSampleFiles.TRAINING,
        ArcSampleFiles.EVALUATION,
        ArcSampleFiles.EVALUATION);
  }
}
