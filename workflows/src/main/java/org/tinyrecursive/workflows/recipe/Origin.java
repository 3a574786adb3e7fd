package org.tinyrecursive.workflows.recipe;

/**
 * Where a setting's value was written, as shown to people.
 *
 * @param text such as {@code my.yaml:12}, {@code recipe sudoku-mini:7}, {@code --set train.lr=1}
 */
public record Origin(String text) {
  static final Origin DEFAULT = new Origin("default");

  static Origin line(String file, int line) {
    return new Origin(file + ":" + line);
  }

  /** An option of the command line, such as {@code --seed}. */
  public static Origin option(String option) {
    return new Origin(option);
  }

  @Override
  public String toString() {
    return text;
  }
}
