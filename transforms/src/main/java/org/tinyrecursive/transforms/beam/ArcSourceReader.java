package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinyrecursive.transforms.arc.ArcReject;
import org.tinyrecursive.transforms.arc.ArcSolutions;
import org.tinyrecursive.transforms.arc.ArcTask;
import org.tinyrecursive.transforms.arc.ArcTaskReader;

/** Reads and checks the tasks of a source, wherever its files lie. */
public final class ArcSourceReader {
  private static final String WHAT = "a JSON file of ARC tasks";

  private final int canvas;

  /**
   * @param canvas rows and columns that a grid may have
   */
  public ArcSourceReader(int canvas) {
    this.canvas = canvas;
  }

  /**
   * Reads one source.
   *
   * @param tasks receives every good task
   * @param rejects receives what is refused
   * @return a summary of every file
   * @throws org.tinyrecursive.transforms.InputRefusedException if a file cannot be used at all
   */
  public List<SourceSummary> read(
      ArcSource source, Consumer<ArcRecord> tasks, Consumer<Reject> rejects) throws IOException {
    List<SourceSummary> summaries = new ArrayList<>();
    Optional<ArcSolutions> solutions = Optional.empty();
    for (RawSource answers : source.solutions()) {
      try (SourceBytes bytes = SourceBytes.open(answers.spec(), WHAT)) {
        solutions = Optional.of(ArcSolutions.read(answers.name(), bytes.content()));
        summaries.add(summary(answers, bytes, 0, 0));
      }
    }
    long[] good = new long[1];
    long[] bad = new long[1];
    Consumer<ArcReject> refuse =
        reject -> {
          bad[0]++;
          rejects.accept(reject(source, reject));
        };
    ArcTaskReader reader =
        new ArcTaskReader(
            task -> {
              if (task.largestSide() > canvas) {
                refuse.accept(tooLarge(source, task));
                return;
              }
              good[0]++;
              tasks.accept(new ArcRecord(task, source.tasks().index(), source.use()));
            },
            refuse);
    try (SourceBytes bytes = SourceBytes.open(source.tasks().spec(), WHAT)) {
      if (source.layout() == ArcSource.Layout.CHALLENGES) {
        reader.readChallenges(source.tasks().name(), bytes.content(), solutions);
      } else {
        reader.readTask(source.tasks().name(), bytes.content());
      }
      summaries.add(summary(source.tasks(), bytes, good[0] + bad[0], bad[0]));
    }
    return summaries;
  }

  private ArcReject tooLarge(ArcSource source, ArcTask task) {
    return new ArcReject(
        source.tasks().name(),
        0,
        "/" + task.id(),
        task.id(),
        "task",
        "has a grid with a side of %d, the canvas has %d; raise --canvas"
            .formatted(task.largestSide(), canvas));
  }

  private static SourceSummary summary(
      RawSource source, SourceBytes bytes, long read, long rejected) {
    return new SourceSummary(source, bytes.bytes(), bytes.sha256(), read, 0, "", rejected);
  }

  /** Rejects of both files count for the file with the tasks. */
  private static Reject reject(ArcSource source, ArcReject reject) {
    return new Reject(
        source.tasks().index(),
        reject.file(),
        reject.line(),
        reject.path(),
        reject.task(),
        reject.what(),
        reject.reason(),
        "");
  }
}
