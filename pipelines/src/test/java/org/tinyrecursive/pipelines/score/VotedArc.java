package org.tinyrecursive.pipelines.score;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tinyrecursive.transforms.arc.ArcCanvas;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.Augmentation;
import org.tinyrecursive.transforms.arc.PuzzleName;
import org.tinyrecursive.transforms.random.StableRandom;

/** Files of tasks and of predictions as JSON lines, for tests. */
public final class VotedArc {
  private final List<String> lines = new ArrayList<>();

  /** Two tasks: a with one test input, b with two, the second of which is 3. */
  public static Path tasks(Path file) throws IOException {
    Files.writeString(
        file,
        """
        {"a": {"train": [{"input": [[1]], "output": [[2]]}],
               "test": [{"input": [[1, 0]], "output": [[2, 0]]}]},
         "b": {"train": [{"input": [[4]], "output": [[4]]}],
               "test": [{"input": [[5, 5]], "output": [[6]]}, {"input": [[3]], "output": [[0]]}]}}
        """);
    return file;
  }

  /** Adds a prediction of an augmented puzzle; the grids are those of the original one. */
  public VotedArc vote(String task, String question, String answer, double logit) {
    Augmentation by = Augmentation.random(StableRandom.of(7, lines.size()));
    return row(
        PuzzleName.augmented(task, by).toString(),
        tokens(by.apply(ArcGrid.parse(question))),
        tokens(by.apply(ArcGrid.parse(answer))),
        logit);
  }

  /** Adds a prediction whose tokens are as given. */
  public VotedArc row(String puzzle, int[] input, int[] prediction, double logit) {
    lines.add(
        "{\"puzzle\": \"%s\", \"input\": %s, \"prediction\": %s, \"q_halt_logit\": %s}"
            .formatted(puzzle, Arrays.toString(input), Arrays.toString(prediction), logit));
    return this;
  }

  /** The tokens of a grid in the corner. */
  public static int[] tokens(ArcGrid grid) {
    byte[] tokens = ArcCanvas.tokens(grid);
    return IntStream.range(0, tokens.length).map(i -> tokens[i]).toArray();
  }

  public Path write(Path file) throws IOException {
    return Files.writeString(file, lines.stream().collect(Collectors.joining("\n", "", "\n")));
  }
}
