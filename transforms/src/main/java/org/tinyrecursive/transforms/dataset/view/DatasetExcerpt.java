package org.tinyrecursive.transforms.dataset.view;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.ExampleCursor;
import org.tinyrecursive.transforms.dataset.PuzzleNames;
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
  public List<DrawnExample> spread(int count) throws IOException {
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
  public List<DrawnExample> puzzle(int puzzleId) throws IOException {
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
    return draw(examplesOf(puzzle));
  }

  /**
   * All examples of the puzzles of an identifier; none if the split has no such puzzle.
   *
   * @param identifier the {@code puzzle_identifier} column's value
   */
  public List<DrawnExample> identified(int identifier) throws IOException {
    List<Integer> examples = new ArrayList<>();
    for (int puzzle = 0; puzzle < split.puzzleCount(); puzzle++) {
      if (split.puzzleIdentifier(puzzle) == identifier) {
        examples.addAll(examplesOf(puzzle));
      }
    }
    return draw(examples);
  }

  private List<Integer> examplesOf(int puzzle) {
    return IntStream.range(split.exampleOffset(puzzle), split.exampleOffset(puzzle + 1))
        .boxed()
        .toList();
  }

  private List<DrawnExample> draw(List<Integer> examples) throws IOException {
    Map<Integer, String> names =
        PuzzleNames.of(dataset)
            .names(
                examples.stream()
                    .map(example -> split.puzzleIdentifier(split.puzzleOf(example)))
                    .collect(Collectors.toSet()));
    PuzzleDrawing drawing = PuzzleDrawing.of(dataset.manifest());
    byte[] inputs = new byte[split.seqLen()];
    byte[] labels = new byte[split.seqLen()];
    List<DrawnExample> drawn = new ArrayList<>();
    try (ExampleCursor cursor = split.cursor()) {
      for (int example : examples) {
        cursor.copy(example, inputs, 0, labels, 0);
        drawn.add(new DrawnExample(heading(example, names), drawing.draw(inputs, labels)));
      }
    }
    return drawn;
  }

  private String heading(int example, Map<Integer, String> names) {
    int puzzle = split.puzzleOf(example);
    int identifier = split.puzzleIdentifier(puzzle);
    int examples = split.exampleOffset(puzzle + 1) - split.exampleOffset(puzzle);
    String heading =
        names.containsKey(identifier)
            ? "%s · %s · puzzle %d".formatted(name, names.get(identifier), split.puzzleId(puzzle))
            : "%s · puzzle %d · identifier %d".formatted(name, split.puzzleId(puzzle), identifier);
    return examples == 1
        ? heading
        : heading
            + " · example %d of %d".formatted(example - split.exampleOffset(puzzle) + 1, examples);
  }
}
