package org.tinyrecursive.pipelines.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tinyrecursive.transforms.maze.MazeCsv;
import org.tinyrecursive.transforms.maze.MazeGenerator;
import org.tinyrecursive.transforms.maze.MazePuzzle;
import org.tinyrecursive.transforms.maze.MazeShape;

/** Files of generated mazes. */
public final class RawMaze {
  private static final int MIN_STEPS = 5;
  private static final int SEED = 1;

  private RawMaze() {}

  /** Mazes {@code from} to {@code from + count} of an endless row of them. */
  static List<MazePuzzle> mazes(MazeShape shape, int from, int count) {
    MazeGenerator generator = new MazeGenerator(shape, MIN_STEPS, SEED);
    return IntStream.range(from, from + count).mapToObj(generator::puzzle).toList();
  }

  /** Writes such mazes as a file in the published format. */
  public static Path write(Path file, MazeShape shape, int from, int count) throws IOException {
    List<String> lines = new ArrayList<>(List.of(MazeCsv.HEADER));
    mazes(shape, from, count).stream().map(MazeCsv::formatRow).forEach(lines::add);
    return Files.write(file, lines);
  }
}
