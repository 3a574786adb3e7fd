package org.tinyrecursive.workflows.score;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tinyrecursive.pipelines.score.ArcScore;
import org.tinyrecursive.transforms.beam.ArcSourceCounts;

/**
 * Keys of the JSON result.
 *
 * @param testSet which published evaluation set has as many outputs
 * @param metrics pass@k under the published names, 0 to 1; empty where no answer is known
 * @param pooled whether votes of several sources were put together
 * @param ragged predictions whose tokens were not just a grid and its markers
 * @param blank predictions without a grid, which voted for nothing
 * @param elsewhere votes on what is no test input of the tasks
 */
record ArcScoreResult(
    String outputDir,
    int tasks,
    int testInputs,
    String testSet,
    Map<String, Double> metrics,
    boolean pooled,
    List<Source> sources,
    long predictions,
    long ragged,
    long blank,
    long elsewhere,
    long rejects,
    long tasksWithoutVotes,
    double seconds) {

  /** Predictions given as one. */
  record Source(String label, long predictions) {}

  static ArcScoreResult of(ArcScore score, Path outputDir, double seconds) {
    ArcSourceCounts counts = score.counts();
    return new ArcScoreResult(
        outputDir.toString(),
        score.tasks().size(),
        score.questions(),
        score.testSet(),
        score.metrics(),
        score.sources().size() > 1,
        score.sources().stream()
            .map(source -> new Source(source.label(), source.counts().predictions()))
            .toList(),
        counts.predictions(),
        counts.ragged(),
        counts.blank(),
        score.elsewhere(),
        score.rejects(),
        score.tasksWithoutVotes(),
        seconds);
  }
}
