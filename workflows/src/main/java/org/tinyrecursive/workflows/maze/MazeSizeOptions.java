package org.tinyrecursive.workflows.maze;

import java.util.OptionalInt;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.workflows.cli.OptionRange;
import picocli.CommandLine.Option;

/** {@code --rows} and {@code --columns} of mazes in raw files. Use it as a {@code @Mixin}. */
public final class MazeSizeOptions {
  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "rows of a rectangular maze; one of the two sizes is enough (default: square)")
  private Integer rows;

  @Option(names = "--columns", paramLabel = "N", description = "columns of a rectangular maze")
  private Integer columns;

  /**
   * Rows, where they were given.
   *
   * @throws InputRefusedException if there are none
   */
  public OptionalInt rows() {
    return optional("--rows", rows);
  }

  /**
   * Columns, where they were given.
   *
   * @throws InputRefusedException if there are none
   */
  public OptionalInt columns() {
    return optional("--columns", columns);
  }

  /** The option that was given, for a message; null where neither was. */
  public String given() {
    return rows != null ? "--rows" : columns != null ? "--columns" : null;
  }

  private static OptionalInt optional(String option, Integer value) {
    if (value == null) {
      return OptionalInt.empty();
    }
    OptionRange.atLeast(option, value, 1);
    return OptionalInt.of(value);
  }
}
