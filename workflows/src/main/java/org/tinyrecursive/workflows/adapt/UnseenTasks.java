package org.tinyrecursive.workflows.adapt;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.arc.ArcReject;
import org.tinyrecursive.transforms.arc.ArcSolutions;
import org.tinyrecursive.transforms.arc.ArcTask;
import org.tinyrecursive.transforms.arc.ArcTaskReader;
import org.tinyrecursive.transforms.arc.ArcTaskWriter;

/**
 * ARC tasks that nobody has trained on, from any of the layouts that people have them in: a file
 * {@code …challenges.json} of a competition, a folder with one such file, a folder of files with
 * one task each, or one of those. Answers may be missing.
 *
 * @param tasks in the order of their ids
 */
record UnseenTasks(List<ArcTask> tasks) {
  /** The subset that {@link #write} makes, see {@link ArcTask}. */
  static final String SUBSET = "unseen";

  private static final String PREFIX = "arc";
  private static final String CHALLENGES = "challenges.json";
  private static final String SOLUTIONS = "solutions.json";
  private static final String JSON = ".json";

  UnseenTasks {
    tasks = tasks.stream().sorted(Comparator.comparing(ArcTask::id)).toList();
  }

  /**
   * Reads and checks all tasks.
   *
   * @throws InputRefusedException if there is none, or one of them is wrong: where and why
   */
  static UnseenTasks read(Path place) throws IOException {
    List<ArcTask> tasks = new ArrayList<>();
    List<ArcReject> rejects = new ArrayList<>();
    ArcTaskReader reader = new ArcTaskReader(tasks::add, rejects::add);
    for (Path file : files(place)) {
      try (InputStream in = Files.newInputStream(file)) {
        String name = file.getFileName().toString();
        if (name.endsWith(CHALLENGES)) {
          reader.readChallenges(name, in, solutions(file));
        } else {
          reader.readUnseenTask(name, in);
        }
      }
    }
    if (!rejects.isEmpty()) {
      throw new InputRefusedException(refusal(place, rejects));
    }
    if (tasks.isEmpty()) {
      throw new InputRefusedException("--tasks %s has no task".formatted(place));
    }
    return new UnseenTasks(tasks);
  }

  private static List<Path> files(Path place) throws IOException {
    if (Files.isRegularFile(place)) {
      return List.of(place);
    }
    if (!Files.isDirectory(place)) {
      throw new InputRefusedException(
          "--tasks %s does not exist; give a folder of tasks (*.json) or a file of challenges"
              .formatted(place));
    }
    List<Path> files;
    try (Stream<Path> entries = Files.list(place)) {
      files = entries.filter(UnseenTasks::isJson).sorted().toList();
    }
    if (files.isEmpty()) {
      throw new InputRefusedException(
          "--tasks %s has no file *.json; expected one task a file, or one file *%s"
              .formatted(place, CHALLENGES));
    }
    List<Path> challenges = files.stream().filter(file -> endsWith(file, CHALLENGES)).toList();
    if (challenges.size() > 1) {
      throw new InputRefusedException(
          "--tasks %s has %d files of challenges (%s); give the one that is meant"
              .formatted(
                  place,
                  challenges.size(),
                  String.join(
                      ", ", challenges.stream().map(c -> c.getFileName().toString()).toList())));
    }
    return challenges.isEmpty() ? files : challenges;
  }

  private static boolean isJson(Path file) {
    return endsWith(file, JSON) && Files.isRegularFile(file);
  }

  private static boolean endsWith(Path file, String suffix) {
    return file.getFileName().toString().endsWith(suffix);
  }

  private static Optional<ArcSolutions> solutions(Path challenges) throws IOException {
    String name = challenges.getFileName().toString();
    Path file =
        challenges.resolveSibling(
            name.substring(0, name.length() - CHALLENGES.length()) + SOLUTIONS);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(ArcSolutions.read(file.getFileName().toString(), in));
    }
  }

  private static String refusal(Path place, List<ArcReject> rejects) {
    ArcReject first = rejects.get(0);
    String where =
        "%s:%d: task %s, %s: %s %s"
            .formatted(
                first.file(),
                first.line(),
                first.task(),
                first.path().isEmpty() ? "/" : first.path(),
                first.what(),
                first.reason());
    return rejects.size() == 1
        ? where
        : "%s (and %d more tasks of %s)".formatted(where, rejects.size() - 1, place);
  }

  /** Questions in all. */
  int questions() {
    return tasks.stream().mapToInt(task -> task.test().size()).sum();
  }

  /** Whether every question's answer is known, so that guesses can be scored. */
  boolean isAnswered() {
    return tasks.stream()
        .flatMap(task -> task.test().stream())
        .noneMatch(pair -> pair.output().equals(ArcTask.NO_ANSWER));
  }

  /** What {@link org.tinyrecursive.pipelines.dataset.ArcDatasetSettings} takes to find them. */
  static String prefix(Path folder) {
    return folder.resolve(PREFIX).toString();
  }

  /** Writes the tasks as one subset, with their answers where all are known. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (JsonGenerator challenges = open(folder, CHALLENGES)) {
      challenges.writeStartObject();
      for (ArcTask task : tasks) {
        challenges.writeFieldName(task.id());
        ArcTaskWriter.writeChallenge(task, challenges);
      }
      challenges.writeEndObject();
    }
    if (isAnswered()) {
      try (JsonGenerator solutions = open(folder, SOLUTIONS)) {
        solutions.writeStartObject();
        for (ArcTask task : tasks) {
          solutions.writeFieldName(task.id());
          ArcTaskWriter.writeSolution(task, solutions);
        }
        solutions.writeEndObject();
      }
    }
  }

  private static JsonGenerator open(Path folder, String kind) throws IOException {
    Path file = folder.resolve("%s_%s_%s".formatted(PREFIX, SUBSET, kind));
    return new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8);
  }
}
