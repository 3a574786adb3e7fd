package org.tinyrecursive.transforms.beam;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * {@code identifiers.json}: a list with the name of every puzzle at the place of its identifier, as
 * published. Written line by line, so memory does not depend on how many there are.
 *
 * @param split whose expansion noted the names
 */
public record ArcIdentifiers(String split) implements Companion {
  private static final String BLANK = "<blank>";

  @Override
  public String fileName() {
    return "identifiers.json";
  }

  @Override
  public void write(ShardNotes notes, OutputStream out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartArray();
      json.writeString(BLANK);
      notes.read(
          split,
          name -> {
            try {
              json.writeString(name);
            } catch (IOException failed) {
              throw new UncheckedIOException(failed);
            }
          });
      json.writeEndArray();
    }
  }
}
