package org.tinyrecursive.workflows.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.tinyrecursive.rna.io.LabelsWriter;
import org.tinyrecursive.rna.io.SequencesWriter;
import org.tinyrecursive.rna.io.SubmissionFormat;
import org.tinyrecursive.rna.io.SubmissionWriter;
import org.tinyrecursive.rna.sample.RnaSample;
import org.tinyrecursive.rna.sample.RnaSampler;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.FolderCommit;

/** A folder with the files of the competition: sequences, labels and a sample submission. */
final class RnaSampleFiles {
  /** The published split is by this day: what is known on it or before is for training. */
  private static final LocalDate SPLIT = LocalDate.of(2025, 5, 29);

  private RnaSampleFiles() {}

  /**
   * Draws samples and writes them, whole or not at all.
   *
   * @param testLengths residues of the held-out targets, one each; empty: of any shape, as many as
   *     {@code testCount}
   * @return residues written
   * @throws InputRefusedException if a count is negative, or the folder holds anything
   */
  static long write(
      Path folder, int trainCount, int testCount, List<Integer> testLengths, long seed)
      throws IOException {
    if (trainCount < 0 || testCount < 0) {
      throw new InputRefusedException(
          "counts of targets are " + trainCount + " and " + testCount + ", allowed: 0 and above");
    }
    List<RnaSample> train =
        draw(new RnaSampler("SYN", SPLIT.minusYears(20), SPLIT.plusDays(1), seed), trainCount);
    RnaSampler later = new RnaSampler("NEW", SPLIT.plusDays(1), SPLIT.plusYears(1), seed);
    List<RnaSample> test =
        testLengths.isEmpty() ? draw(later, testCount) : drawOfLengths(later, testLengths);
    try (FolderCommit commit = FolderCommit.begin(folder)) {
      Path to = commit.staging();
      writeSequences(to.resolve("train_sequences.csv"), train);
      writeLabels(to.resolve("train_labels.csv"), train);
      writeSequences(to.resolve("validation_sequences.csv"), test);
      writeLabels(to.resolve("validation_labels.csv"), test);
      writeSequences(to.resolve("test_sequences.csv"), test);
      writeSubmission(to.resolve("sample_submission.csv"), test);
      commit.publish();
    }
    return IntStream.of(residues(train), residues(test)).sum();
  }

  private static List<RnaSample> draw(RnaSampler sampler, int count) {
    return IntStream.range(0, count).mapToObj(sampler::sample).toList();
  }

  private static List<RnaSample> drawOfLengths(RnaSampler sampler, List<Integer> lengths) {
    return IntStream.range(0, lengths.size())
        .mapToObj(number -> sampler.sampleOfLength(number, lengths.get(number)))
        .toList();
  }

  private static int residues(List<RnaSample> samples) {
    return samples.stream().mapToInt(sample -> sample.structure().size()).sum();
  }

  private static void writeSequences(Path file, List<RnaSample> samples) throws IOException {
    try (SequencesWriter writer = new SequencesWriter(Files.newBufferedWriter(file))) {
      samples.forEach(sample -> writer.write(sample.target()));
    }
  }

  private static void writeLabels(Path file, List<RnaSample> samples) throws IOException {
    try (LabelsWriter writer = new LabelsWriter(Files.newBufferedWriter(file))) {
      for (RnaSample sample : samples) {
        writer.write(sample.target(), sample.structure());
      }
    }
  }

  /** All positions at the origin, as the competition's own sample has them. */
  private static void writeSubmission(Path file, List<RnaSample> samples) throws IOException {
    try (SubmissionWriter writer = new SubmissionWriter(Files.newBufferedWriter(file))) {
      for (RnaSample sample : samples) {
        Coordinates origin = Coordinates.of(new double[3 * sample.structure().size()]);
        writer.write(
            sample.target().id(),
            sample.target().sequence(),
            Collections.nCopies(SubmissionFormat.GUESSES, origin));
      }
    }
  }
}
