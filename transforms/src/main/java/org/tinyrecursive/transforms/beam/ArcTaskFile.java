package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.arc.ArcReject;
import org.tinyrecursive.transforms.arc.ArcSolutions;
import org.tinyrecursive.transforms.arc.ArcTask;
import org.tinyrecursive.transforms.arc.ArcTaskReader;

/** A file of tasks, {@code test_puzzles.json} or a challenges file, read at once. */
public final class ArcTaskFile {
  private static final String WHAT = "a JSON file of ARC tasks";
  private static final int SHOWN = 20;

  private ArcTaskFile() {}

  /**
   * Reads all tasks.
   *
   * @param tasks a local path or a URI, plain or .gz
   * @param solutions the file with the answers; empty: the tasks' own, {@link ArcTask#NO_ANSWER}
   *     where they have none
   * @throws InputRefusedException if a task is wrong (all are told), or there is none
   */
  public static List<ArcTask> read(String tasks, Optional<String> solutions) {
    List<ArcTask> read = new ArrayList<>();
    List<ArcReject> rejects = new ArrayList<>();
    try (SourceBytes bytes = SourceBytes.open(tasks, WHAT)) {
      new ArcTaskReader(read::add, rejects::add)
          .readChallenges(
              RawSource.fileName(tasks), bytes.content(), solutions.map(ArcTaskFile::solutions));
    } catch (IOException failed) {
      throw new InputRefusedException(
          "%s: cannot be read: %s".formatted(tasks, failed.getMessage()), failed);
    }
    if (!rejects.isEmpty()) {
      throw new InputRefusedException(
          rejects.stream().limit(SHOWN).map(ArcTaskFile::message).collect(Collectors.joining("\n"))
              + "\n%,d %s wrong; correct %s"
                  .formatted(
                      rejects.size(),
                      rejects.size() == 1 ? "task is" : "tasks are",
                      rejects.size() == 1 ? "it" : "them"));
    }
    if (read.isEmpty()) {
      throw new InputRefusedException(tasks + ": has no task");
    }
    return read;
  }

  private static ArcSolutions solutions(String spec) {
    try (SourceBytes bytes = SourceBytes.open(spec, WHAT)) {
      return ArcSolutions.read(RawSource.fileName(spec), bytes.content());
    } catch (IOException failed) {
      throw new InputRefusedException(
          "%s: cannot be read: %s".formatted(spec, failed.getMessage()), failed);
    }
  }

  private static String message(ArcReject reject) {
    return "%s:%d: %s: %s %s"
        .formatted(reject.file(), reject.line(), reject.path(), reject.what(), reject.reason());
  }
}
