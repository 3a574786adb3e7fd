package org.tinyrecursive.transforms.beam;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * The names of puzzles that there are, {@code identifiers.json}: a list of names. Each process
 * reads it once, when it is first asked.
 */
final class PuzzleTable implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String WHAT = "a JSON list of puzzle names";

  private final String spec;
  private transient Set<String> names;

  /**
   * @param spec where the list is; empty: every name is good
   */
  PuzzleTable(String spec) {
    this.spec = spec;
  }

  /** What is wrong with a name; empty if nothing. */
  synchronized String problem(String name) {
    if (spec.isEmpty()) {
      return "";
    }
    if (names == null) {
      names = read();
    }
    return names.contains(name)
        ? ""
        : "is \"%s\", which is not among the %,d names of %s"
            .formatted(Excerpt.of(name), names.size(), RawSource.fileName(spec));
  }

  private Set<String> read() {
    Set<String> read = new HashSet<>();
    try (SourceBytes bytes = SourceBytes.open(spec, WHAT);
        JsonParser json = new JsonFactory().createParser(bytes.content())) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        throw new InputRefusedException(spec + ": is no list, expected " + WHAT);
      }
      while (json.nextToken() == JsonToken.VALUE_STRING) {
        read.add(json.getText());
      }
      if (json.currentToken() != JsonToken.END_ARRAY) {
        throw new InputRefusedException(
            "%s:%d: %s, expected a name"
                .formatted(spec, json.currentLocation().getLineNr(), json.currentToken()));
      }
      return read;
    } catch (IOException broken) {
      throw new InputRefusedException(
          "%s: is no %s: %s".formatted(spec, WHAT, broken.getMessage()), broken);
    }
  }
}
