package org.tinyrecursive.workflows.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * A command that can be named without being loaded.
 *
 * @param words how it is called, such as {@code dataset}, {@code sudoku}; one or two words
 * @param description one line for the help
 * @param factory makes the Picocli command; runs only when the command is used. Write it as a
 *     lambda: a method reference would load the class when the list of commands is made
 */
public record CommandEntry(
    List<String> words, String description, Supplier<Callable<Integer>> factory) {
  public CommandEntry {
    words = List.copyOf(words);
    if (words.isEmpty() || words.size() > 2) {
      throw new IllegalArgumentException("a command has one or two words, not " + words);
    }
  }

  /** An entry from its words as typed, such as {@code "dataset sudoku"}. */
  public static CommandEntry of(
      String words, String description, Supplier<Callable<Integer>> factory) {
    return new CommandEntry(List.of(words.split(" ", -1)), description, factory);
  }

  /** The word that follows {@code trm}. */
  String first() {
    return words.get(0);
  }

  boolean inGroup() {
    return words.size() == 2;
  }
}
