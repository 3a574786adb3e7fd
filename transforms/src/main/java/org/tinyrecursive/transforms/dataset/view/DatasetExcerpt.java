package org.tinyrecursive.transforms.dataset.view;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.ExampleCursor;
import org.tinyrecursive.transforms.dataset.Split;

/** Some examples of a split, drawn. */
public final class DatasetExcerpt {
  private final Dataset dataset;
  private final String name;
  private final Split split;

  /**
   * Draws from one split of a dataset.
   *
   * @throws InputRefusedException if it has no split of that name
   */
  public DatasetExcerpt(Dataset dataset, String split) {
    this.dataset = dataset;
    this.name = split;
    this.split = dataset.split(split);
  }

  /**
   * The first example of {@code count} puzzles spread evenly over the split, or of all if there are
   * fewer.
   */
  public List<DrawnExample> spread(int count) {
    int shown = Math.min(count, split.puzzleCount());
    List<Integer> examples = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      examples.add(split.exampleOffset((int) ((long) i * split.puzzleCount() / shown)));
    }
    return draw(examples);
  }

  /**
   * All examples of one puzzle.
   *
   * @param puzzleId the {@code puzzle_id} column's value
   * @throws InputRefusedException if there is no such puzzle
   */
  public List<DrawnExample> puzzle(int puzzleId) {
    int puzzle = split.findPuzzle(puzzleId);
    if (puzzle < 0) {
      throw new InputRefusedException(
          "%s: split \"%s\" has no puzzle %d%s"
              .formatted(
                  dataset.directory(),
                  name,
                  puzzleId,
                  split.puzzleCount() == 0
                      ? ", it is empty"
                      : ", its ids go from %d to %d"
                          .formatted(split.puzzleId(0), split.puzzleId(split.puzzleCount() - 1))));
    }
    List<Integer> examples = new ArrayList<>();
    for (int i = split.exampleOffset(puzzle); i < split.exampleOffset(puzzle + 1); i++) {
      examples.add(i);
    }
    return draw(examples);
  }

  private List<DrawnExample> draw(List<Integer> examples) {
    PuzzleDrawing drawing = PuzzleDrawing.of(dataset.manifest());
    byte[] inputs = new byte[split.seqLen()];
    byte[] labels = new byte[split.seqLen()];
    List<DrawnExample> drawn = new ArrayList<>();
    try (ExampleCursor cursor = split.cursor()) {
      for (int example : examples) {
        cursor.copy(example, inputs, 0, labels, 0);
        drawn.add(new DrawnExample(heading(example), drawing.draw(inputs, labels)));
      }
    }
    return drawn;
  }

  private String heading(int example) {
    int puzzle = split.puzzleOf(example);
    int examples = split.exampleOffset(puzzle + 1) - split.exampleOffset(puzzle);
    String heading =
        "%s · puzzle %d · identifier %d"
            .formatted(name, split.puzzleId(puzzle), split.puzzleIdentifier(puzzle));
    return examples == 1
        ? heading
        : heading
            + " · example %d of %d".formatted(example - split.exampleOffset(puzzle) + 1, examples);
  }
}
