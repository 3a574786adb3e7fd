package org.tinyrecursive.workflows.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tinyrecursive.rna.io.SequencesCsv;
import org.tinyrecursive.rna.io.SubmissionValidator;
import org.tinyrecursive.rna.io.TextSource;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.arc.ArcTask;
import org.tinyrecursive.transforms.arc.vote.ArcSubmissionValidator;
import org.tinyrecursive.transforms.beam.ArcTaskFile;

/**
 * How much a submission holds.
 *
 * @param targets what must be answered
 * @param rows answers of it
 */
record CheckedSubmission(int targets, long rows) {
  /** Checks answers to ARC tasks. */
  static CheckedSubmission ofArc(Path submission, Path challenges, Consumer<String> problems)
      throws IOException {
    if (!Files.isRegularFile(submission)) {
      throw new InputRefusedException(submission + ": no such file; check --submission");
    }
    List<ArcTask> tasks = ArcTaskFile.read(challenges.toString(), Optional.empty());
    String name = submission.getFileName().toString();
    try (InputStream in = Files.newInputStream(submission)) {
      int answered =
          ArcSubmissionValidator.validate(
              in, tasks, problem -> problems.accept(name + ": " + problem));
      return new CheckedSubmission(tasks.size(), answered);
    }
  }

  /** Checks guesses of RNA structures. */
  static CheckedSubmission ofRna(Path submission, Path sequences, Consumer<String> problems) {
    List<RnaTarget> targets = SequencesCsv.readAll(TextSource.open(sequences));
    long rows =
        SubmissionValidator.validate(
            TextSource.open(submission), targets, problem -> problems.accept(problem.toString()));
    return new CheckedSubmission(targets.size(), rows);
  }
}
