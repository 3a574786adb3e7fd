package org.tinyrecursive.transforms.dataset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * The names of puzzle identifiers, {@code identifiers.json}: a list whose i-th text names
 * identifier i. It is read anew for every question, name by name, as there may be millions.
 */
public final class PuzzleNames {
  /** The file's name in a dataset. */
  public static final String FILE_NAME = "identifiers.json";

  private final Path file;

  private PuzzleNames(Path file) {
    this.file = file;
  }

  /** The names of a dataset; where it has none, nothing is ever found. */
  public static PuzzleNames of(Dataset dataset) {
    return in(dataset.directory());
  }

  /** The names in a folder; where it has none, nothing is ever found. */
  public static PuzzleNames in(Path folder) {
    return new PuzzleNames(folder.resolve(FILE_NAME));
  }

  /** Whether the dataset has names. */
  public boolean exist() {
    return Files.isRegularFile(file);
  }

  /** The identifier of exactly that name. */
  public OptionalInt find(String name) throws IOException {
    int[] found = {-1};
    scan(
        (identifier, text) -> {
          if (text.equals(name)) {
            found[0] = identifier;
          }
        });
    return found[0] < 0 ? OptionalInt.empty() : OptionalInt.of(found[0]);
  }

  /** The names of these identifiers; one that has none is left out. */
  public Map<Integer, String> names(Set<Integer> identifiers) throws IOException {
    Map<Integer, String> names = new TreeMap<>();
    scan(
        (identifier, text) -> {
          if (identifiers.contains(identifier)) {
            names.put(identifier, text);
          }
        });
    return names;
  }

  private void scan(NameConsumer consumer) throws IOException {
    if (!exist()) {
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      read(file.toString(), in, consumer);
    }
  }

  /**
   * Reads a file of names.
   *
   * @param file its path, for errors
   * @throws InputRefusedException if it is no list of names
   */
  public static void read(String file, InputStream in, NameConsumer consumer) throws IOException {
    try (JsonParser json = new JsonFactory().createParser(in)) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        throw new InputRefusedException(file + ": expected a list of names");
      }
      for (int identifier = 0; json.nextToken() == JsonToken.VALUE_STRING; identifier++) {
        consumer.accept(identifier, json.getText());
      }
      if (json.currentToken() != JsonToken.END_ARRAY) {
        throw new InputRefusedException(
            "%s:%d: found %s, expected a name"
                .formatted(file, json.currentLocation().getLineNr(), json.currentToken()));
      }
    } catch (JsonProcessingException broken) {
      throw new InputRefusedException(
          "%s:%d: is no JSON: %s"
              .formatted(
                  file,
                  broken.getLocation() == null ? 1 : broken.getLocation().getLineNr(),
                  broken.getOriginalMessage()),
          broken);
    }
  }

  /** Takes names in the order of their identifiers. */
  @FunctionalInterface
  public interface NameConsumer {
    /** Takes a name. */
    void accept(int identifier, String name);
  }
}
