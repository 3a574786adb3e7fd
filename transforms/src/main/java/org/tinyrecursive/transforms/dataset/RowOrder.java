package org.tinyrecursive.transforms.dataset;

import java.util.Optional;

/**
 * Follows the ids of a split's rows and finds the first that break the order: groups ascend,
 * puzzles ascend, examples ascend within their puzzle; a puzzle has one group and one identifier.
 */
final class RowOrder {
  private int group = -1;
  private int puzzle = -1;
  private int identifier = -1;
  private int example = -1;
  private boolean newGroup;
  private boolean newPuzzle;

  /** Takes the next row; says what is wrong with it, if anything. */
  Optional<String> accept(int nextGroup, int nextPuzzle, int nextIdentifier, int nextExample) {
    if (nextGroup < 0 || nextPuzzle < 0 || nextIdentifier < 0 || nextExample < 0) {
      return Optional.of("a negative id");
    }
    newGroup = nextGroup != group;
    newPuzzle = nextPuzzle != puzzle;
    Optional<String> problem = Optional.empty();
    if (nextGroup < group) {
      problem = Optional.of("group_id %d after %d".formatted(nextGroup, group));
    } else if (nextPuzzle < puzzle) {
      problem = Optional.of("puzzle_id %d after %d".formatted(nextPuzzle, puzzle));
    } else if (!newPuzzle && newGroup) {
      problem = Optional.of("puzzle %d is in groups %d and %d".formatted(puzzle, group, nextGroup));
    } else if (!newPuzzle && nextIdentifier != identifier) {
      problem =
          Optional.of(
              "puzzle %d has the puzzle_identifiers %d and %d"
                  .formatted(puzzle, identifier, nextIdentifier));
    } else if (!newPuzzle && nextExample <= example) {
      problem =
          Optional.of(
              "example_id %d after %d in puzzle %d".formatted(nextExample, example, puzzle));
    }
    group = nextGroup;
    puzzle = nextPuzzle;
    identifier = nextIdentifier;
    example = nextExample;
    return problem;
  }

  /** Whether the row taken last began a group. */
  boolean newGroup() {
    return newGroup;
  }

  /** Whether the row taken last began a puzzle. */
  boolean newPuzzle() {
    return newPuzzle;
  }
}
