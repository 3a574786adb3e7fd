package org.tinyrecursive.transforms.beam;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.tinyrecursive.transforms.arc.ArcTaskLine;
import org.tinyrecursive.transforms.arc.ArcTaskWriter;
import org.tinyrecursive.transforms.arc.TestPairs;

/**
 * {@code test_puzzles.json}: every task whose test pairs are held out, whole, by id, as published.
 *
 * @param split whose expansion noted the tasks
 */
public record ArcTestPuzzles(String split) implements Companion {
  @Override
  public String fileName() {
    return "test_puzzles.json";
  }

  @Override
  public void write(ShardNotes notes, OutputStream out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      notes.read(
          split,
          line -> {
            ArcTaskLine task = ArcTaskLine.parse(line);
            if (task.use() == TestPairs.HELD_OUT) {
              write(task, json);
            }
          });
      json.writeEndObject();
    }
  }

  private static void write(ArcTaskLine line, JsonGenerator json) {
    try {
      json.writeFieldName(line.task().id());
      ArcTaskWriter.write(line.task(), json);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
