package org.tinyrecursive.modeltf.train;

import java.nio.file.Path;
import java.util.List;
import org.tinyrecursive.modeltf.config.Recipe;

/**
 * What is about to happen.
 *
 * @param recipe all settings
 * @param output the run's folder
 * @param firstStep the step that comes first, 1 in a new run
 * @param totalSteps about the last step; incomplete batches are dropped, so it may end earlier
 * @param trainGroups groups of the train split
 * @param trainExamples examples of the train split
 * @param testExamples examples per evaluation; 0 where the dataset has no test split
 * @param parameters trainable values by part
 * @param notes what the user should know, such as settings changed on resume
 */
public record TrainPlan(
    Recipe recipe,
    Path output,
    long firstStep,
    long totalSteps,
    long trainGroups,
    long trainExamples,
    long testExamples,
    List<TrainEngine.ParameterCount> parameters,
    List<String> notes) {
  public TrainPlan {
    parameters = List.copyOf(parameters);
    notes = List.copyOf(notes);
  }
}
