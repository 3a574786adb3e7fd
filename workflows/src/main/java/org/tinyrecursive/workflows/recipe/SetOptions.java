package org.tinyrecursive.workflows.recipe;

import java.util.List;
import picocli.CommandLine.Option;

/** {@code --set}. Use it as a {@code @Mixin}. */
public final class SetOptions {
  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "change one setting, such as train.epochs=10; may be repeated")
  private List<String> sets;

  /** The same options again, for another process. */
  List<String> arguments() {
    return sets == null ? List.of() : sets.stream().map(each -> "--set=" + each).toList();
  }

  /** What was assigned, in the order of the command line. */
  public List<Assignment> assignments() {
    return sets == null ? List.of() : Assignment.parseSets(sets);
  }
}
