package org.tinyrecursive.transforms.maze;

import org.tinyrecursive.transforms.csv.RejectedRowException;

/** Whether an answer marks a shortest way from start to goal of its question, and if not, why. */
final class PathCheck {
  private final MazeGrid question;
  private final MazeGrid answer;
  private final MazeShape shape;
  private final int start;
  private final int goal;

  private PathCheck(MazeGrid question, MazeGrid answer) throws RejectedRowException {
    this.question = question;
    this.answer = answer;
    this.shape = question.shape();
    this.start = only("question", question, MazeGrid.START, "start 'S'");
    this.goal = only("question", question, MazeGrid.GOAL, "goal 'G'");
  }

  /**
   * Checks both grids, which have one shape.
   *
   * @return steps from start to goal
   * @throws RejectedRowException naming the field and what is wrong with it
   */
  static int steps(MazeGrid question, MazeGrid answer) throws RejectedRowException {
    return new PathCheck(question, answer).steps();
  }

  /**
   * Checks a question alone.
   *
   * @return steps from start to goal
   * @throws RejectedRowException naming what is wrong with it
   */
  static int shortest(MazeGrid question) throws RejectedRowException {
    return new PathCheck(question, question).shortest();
  }

  private int steps() throws RejectedRowException {
    int shortest = shortest();
    checkUnmoved();
    checkPath(shortest);
    return shortest;
  }

  private int shortest() throws RejectedRowException {
    int marked = question.find(MazeGrid.PATH);
    if (marked >= 0) {
      throw new RejectedRowException(
          "question",
          "has 'o' at %s; the path is marked in the answer alone".formatted(shape.place(marked)));
    }
    int shortest = new Distances(shape).measure(question.toTokens(), start, MazeGrid.OPEN).to(goal);
    if (shortest == Distances.UNREACHED) {
      throw new RejectedRowException(
          "question",
          "has no way from the start at %s to the goal at %s"
              .formatted(shape.place(start), shape.place(goal)));
    }
    return shortest;
  }

  private void checkUnmoved() throws RejectedRowException {
    for (int cell = 0; cell < shape.cells(); cell++) {
      byte asked = question.token(cell);
      byte found = answer.token(cell);
      if (asked != found && !(asked == MazeGrid.OPEN && found == MazeGrid.PATH)) {
        throw new RejectedRowException(
            "answer",
            "has '%s' at %s, where the question has '%s'; walls, start and goal stay where they are"
                .formatted(character(found), shape.place(cell), character(asked)));
      }
    }
  }

  private void checkPath(int shortest) throws RejectedRowException {
    Distances along = new Distances(shape).measure(answer.toTokens(), start, MazeGrid.START);
    int steps = along.to(goal);
    int marked = answer.count(MazeGrid.PATH);
    if (steps == Distances.UNREACHED) {
      int end = along.farthest();
      throw new RejectedRowException(
          "answer",
          "marks a path that breaks off after %d steps, at %s; it must lead to the goal at %s"
              .formatted(along.to(end), shape.place(end), shape.place(goal)));
    }
    if (steps > shortest) {
      throw new RejectedRowException(
          "answer", "marks a path of %d steps, the shortest has %d".formatted(steps, shortest));
    }
    if (marked > shortest - 1) {
      throw new RejectedRowException(
          "answer",
          "marks %d cells, the shortest path has %d between start and goal; none may lie beside it"
              .formatted(marked, shortest - 1));
    }
  }

  private static int only(String field, MazeGrid grid, byte token, String name)
      throws RejectedRowException {
    int first = grid.find(token);
    if (first < 0) {
      throw new RejectedRowException(field, "has no " + name + ", expected one");
    }
    int second = grid.find(token, first + 1);
    if (second >= 0) {
      throw new RejectedRowException(
          field,
          "has %d of the %s, at %s and %s, expected one"
              .formatted(
                  grid.count(token), name, grid.shape().place(first), grid.shape().place(second)));
    }
    return first;
  }

  private static char character(byte token) {
    return MazeGrid.CHARACTERS.charAt(token - 1);
  }
}
