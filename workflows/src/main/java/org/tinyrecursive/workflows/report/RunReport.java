package org.tinyrecursive.workflows.report;

import java.util.List;
import org.tinyrecursive.workflows.recipe.LoadedRecipe.SettingValue;

/**
 * Everything that the page shows.
 *
 * @param title name of the run
 * @param verdict the result in one sentence
 * @param tiles the figures that matter
 * @param curves training over time
 * @param solved puzzles that the model solved
 * @param failed puzzles that it did not
 * @param stages wall times
 * @param facts dataset, model and machine
 * @param settings every setting of the recipe
 */
public record RunReport(
    String title,
    String verdict,
    List<Tile> tiles,
    Curves curves,
    List<DrawnPuzzle> solved,
    List<DrawnPuzzle> failed,
    List<Stage> stages,
    List<Fact> facts,
    List<SettingValue> settings) {
  public RunReport {
    tiles = List.copyOf(tiles);
    solved = List.copyOf(solved);
    failed = List.copyOf(failed);
    stages = List.copyOf(stages);
    facts = List.copyOf(facts);
    settings = List.copyOf(settings);
  }
}
