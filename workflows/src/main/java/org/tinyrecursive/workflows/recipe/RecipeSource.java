package org.tinyrecursive.workflows.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tinyrecursive.transforms.InputRefusedException;

/** Finds recipes: the built-in ones by name, others by path. */
final class RecipeSource {
  private static final long MAX_BYTES = 1 << 20;

  /** Names of the built-in recipes, smallest model first. */
  static final List<String> BUILT_IN =
      List.of(
          "sudoku-mini",
          "arc-mini",
          "sudoku-cpu",
          "sudoku-extreme-mlp",
          "sudoku-extreme-att",
          "sudoku-extreme-fast",
          "maze-hard",
          "maze-hard-1gpu",
          "maze-hard-fast",
          "arc1-concept",
          "arc1-concept-fast",
          "arc2-concept",
          "arc2-concept-fast");

  private RecipeSource() {}

  /**
   * Reads a recipe file or built-in recipe. A built-in name wins over a file of that name; {@code
   * ./name} means the file.
   *
   * @param reference a built-in name or a path
   * @param directory where relative paths start
   * @throws InputRefusedException if there is none, or it cannot be read
   */
  static RecipeFile load(String reference, Path directory) {
    if (BUILT_IN.contains(reference)) {
      return RecipeFile.parse("recipe " + reference, builtIn(reference));
    }
    Path file = directory.resolve(reference);
    if (!Files.exists(file)) {
      throw new InputRefusedException(
          "%s: there is no such recipe file, and no built-in recipe of that name; built in: %s"
              .formatted(reference, String.join(", ", BUILT_IN)));
    }
    if (!Files.isRegularFile(file)) {
      throw new InputRefusedException(
          "%s: not a file; expected a recipe as a YAML file".formatted(reference));
    }
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new InputRefusedException(
            "%s: %d bytes, a recipe has at most %d"
                .formatted(reference, Files.size(file), MAX_BYTES));
      }
      return RecipeFile.parse(reference, Files.readString(file));
    } catch (MalformedInputException binary) {
      throw new InputRefusedException(
          reference + ": not UTF-8 text; expected a recipe as YAML", binary);
    } catch (IOException unreadable) {
      throw new InputRefusedException(
          "%s: cannot be read: %s".formatted(reference, unreadable), unreadable);
    }
  }

  /** Where the paths inside a recipe start. */
  static Path directoryOf(String reference, Path directory) {
    if (BUILT_IN.contains(reference)) {
      return directory;
    }
    Path parent = directory.resolve(reference).getParent();
    return parent == null ? directory : parent;
  }

  private static String builtIn(String name) {
    try (InputStream in = RecipeSource.class.getResourceAsStream(name + ".yaml")) {
      if (in == null) {
        throw new IllegalStateException("built-in recipe is missing: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
