package org.tinyrecursive.transforms.samples;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * Draws puzzles to train on and to hold out: no two training puzzles have the same question, no two
 * held-out ones are symmetric copies, and none held out is a symmetric copy of a training puzzle.
 *
 * <p>Which set a puzzle may enter is decided by its canonical form alone; each takes the first
 * puzzles that are new to it. The same generator and counts give the same sets, on any number of
 * threads.
 *
 * @param <P> kind of puzzle
 */
public final class SampleDraw<P> {
  private static final int BLOCK = 256;
  private static final int PATIENCE = 20_000;

  /** A set gets at least this share of the canonical forms, so that it also fills up. */
  private static final double SMALLEST_SHARE = 0.1;

  private final LongFunction<P> generator;
  private final Function<P, Object> question;
  private final Function<P, String> form;
  private final String advice;

  /**
   * @param generator the puzzle of an index; called by several threads
   * @param question what makes two training puzzles equal
   * @param form a text that symmetric copies share; called by several threads
   * @param advice what else than smaller counts helps where there are too few puzzles
   */
  public SampleDraw(
      LongFunction<P> generator,
      Function<P, Object> question,
      Function<P, String> form,
      String advice) {
    this.generator = generator;
    this.question = question;
    this.form = form;
    this.advice = advice;
  }

  /**
   * Draws both sets.
   *
   * @param trainCount puzzles to train on, 0 and above
   * @param testCount puzzles to hold out, 0 and above
   * @param progress receives the number of puzzles drawn so far, now and then
   * @throws InputRefusedException if a count is negative, or there are not so many puzzles
   */
  public Samples<P> draw(int trainCount, int testCount, LongConsumer progress) {
    if (trainCount < 0 || testCount < 0) {
      throw new InputRefusedException(
          "counts of puzzles are " + trainCount + " and " + testCount + ", allowed: 0 and above");
    }
    Sets sets = new Sets(trainCount, testCount);
    int fruitless = 0;
    for (long start = 0; !sets.areComplete(); start += BLOCK) {
      List<Drawn<P>> block =
          LongStream.range(start, start + BLOCK)
              .parallel()
              .mapToObj(generator)
              .map(puzzle -> new Drawn<>(puzzle, form.apply(puzzle)))
              .toList();
      int before = sets.size();
      block.forEach(sets::offer);
      fruitless = sets.size() == before ? fruitless + BLOCK : 0;
      progress.accept(sets.size());
      if (fruitless >= PATIENCE) {
        throw new InputRefusedException(
            String.format(
                "only %d training and %d held-out puzzles of this kind found, asked: %d and %d;"
                    + " ask for fewer, %s",
                sets.train.size(), sets.test.size(), trainCount, testCount, advice));
      }
    }
    return new Samples<>(sets.train, sets.test);
  }

  private record Drawn<P>(P puzzle, String form) {}

  private final class Sets {
    private final int trainCount;
    private final int testCount;
    private final double testShare;
    private final List<P> train = new ArrayList<>();
    private final List<P> test = new ArrayList<>();
    private final Set<Object> trainQuestions = new HashSet<>();
    private final Set<String> testForms = new HashSet<>();

    Sets(int trainCount, int testCount) {
      this.trainCount = trainCount;
      this.testCount = testCount;
      double share = testCount / Math.max(1.0, (double) trainCount + testCount);
      if (trainCount == 0 || testCount == 0) {
        testShare = share;
      } else {
        testShare = Math.min(1 - SMALLEST_SHARE, Math.max(SMALLEST_SHARE, share));
      }
    }

    boolean areComplete() {
      return train.size() == trainCount && test.size() == testCount;
    }

    int size() {
      return train.size() + test.size();
    }

    void offer(Drawn<P> drawn) {
      // Seed 0: the set of a form is the same whatever seed the puzzles were drawn with.
      if (StableRandom.of(0, drawn.form()).nextDouble() < testShare) {
        if (test.size() < testCount && testForms.add(drawn.form())) {
          test.add(drawn.puzzle());
        }
      } else if (train.size() < trainCount && trainQuestions.add(question.apply(drawn.puzzle()))) {
        train.add(drawn.puzzle());
      }
    }
  }
}
