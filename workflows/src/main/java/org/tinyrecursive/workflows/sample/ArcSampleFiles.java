package org.tinyrecursive.workflows.sample;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.tinyrecursive.transforms.arc.ArcTask;
import org.tinyrecursive.transforms.arc.ArcTaskWriter;
import org.tinyrecursive.transforms.dataset.FolderCommit;

/**
 * A folder with tasks in the published layout: {@code <prefix>_<subset>_challenges.json} and {@code
 * <prefix>_<subset>_solutions.json} of the subsets training and evaluation.
 */
public final class ArcSampleFiles {
  /** How the names of all files begin. */
  public static final String PREFIX = "arc-sample";

  /** The subset to train on. */
  public static final String TRAINING = "training";

  /** The subset to evaluate on. */
  public static final String EVALUATION = "evaluation";

  private ArcSampleFiles() {}

  /**
   * Draws tasks and writes them, whole or not at all.
   *
   * @param folder to be made; absent or empty
   * @param tasks the task of an index; those from {@code training} on are for evaluation
   * @throws org.tinyrecursive.transforms.InputRefusedException if the folder holds anything
   */
  public static void write(Path folder, IntFunction<ArcTask> tasks, int training, int evaluation)
      throws IOException {
    try (FolderCommit commit = FolderCommit.begin(folder)) {
      write(commit.staging(), TRAINING, tasks, 0, training);
      write(commit.staging(), EVALUATION, tasks, training, evaluation);
      commit.publish();
    }
  }

  private static void write(
      Path folder, String subset, IntFunction<ArcTask> tasks, int from, int count)
      throws IOException {
    try (JsonGenerator challenges = open(folder, subset, "challenges");
        JsonGenerator solutions = open(folder, subset, "solutions")) {
      challenges.writeStartObject();
      solutions.writeStartObject();
      for (int i = from; i < from + count; i++) {
        ArcTask task = tasks.apply(i);
        challenges.writeFieldName(task.id());
        ArcTaskWriter.writeChallenge(task, challenges);
        solutions.writeFieldName(task.id());
        ArcTaskWriter.writeSolution(task, solutions);
      }
      challenges.writeEndObject();
      solutions.writeEndObject();
    }
  }

  private static JsonGenerator open(Path folder, String subset, String kind) throws IOException {
    Path file = folder.resolve("%s_%s_%s.json".formatted(PREFIX, subset, kind));
    return new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8);
  }
}
