package org.tinyrecursive.pipelines.score;

import java.util.List;
import java.util.Map;
import org.tinyrecursive.transforms.arc.ArcVersion;
import org.tinyrecursive.transforms.arc.vote.PassAt;
import org.tinyrecursive.transforms.arc.vote.VotedTask;
import org.tinyrecursive.transforms.beam.ArcQuestion.Answers;
import org.tinyrecursive.transforms.beam.ArcSourceCounts;
import org.tinyrecursive.transforms.beam.Reject;

/**
 * Tasks after the vote, and where the votes come from.
 *
 * @param tasks in the order of their file
 * @param answers whether they are known
 * @param sources whose votes were pooled
 * @param elsewhere votes on what is no test input of the tasks
 * @param rejects rows refused
 * @param firstRejects the first few of them
 */
public record ArcScore(
    List<VotedTask> tasks,
    Answers answers,
    List<Source> sources,
    long elsewhere,
    long rejects,
    List<Reject> firstRejects) {
  /**
   * Predictions given as one.
   *
   * @param label the checkpoint they were made with, or the name of the file or folder
   * @param counts of what was found
   */
  public record Source(String label, ArcSourceCounts counts) {}

  public ArcScore {
    tasks = List.copyOf(tasks);
    sources = List.copyOf(sources);
    firstRejects = List.copyOf(firstRejects);
  }

  /** pass@k under the published names; empty where no answer is known. */
  public Map<String, Double> metrics() {
    return answers == Answers.KNOWN ? PassAt.metrics(tasks) : Map.of();
  }

  /** Test inputs of all tasks. */
  public int questions() {
    return tasks.stream().mapToInt(task -> task.questions().size()).sum();
  }

  /** Tasks with a test input that nothing voted on. */
  public long tasksWithoutVotes() {
    return tasks.stream()
        .filter(task -> task.questions().stream().anyMatch(q -> q.candidates() == 0))
        .count();
  }

  /** What was found in all sources. */
  public ArcSourceCounts counts() {
    return sources.stream().map(Source::counts).reduce(ArcSourceCounts.NONE, ArcSourceCounts::plus);
  }

  /** Which published evaluation set has as many tasks and outputs. */
  public String testSet() {
    return ArcVersion.describeTestSet(tasks.size(), questions());
  }
}
