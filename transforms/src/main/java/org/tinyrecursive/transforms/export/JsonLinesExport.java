package org.tinyrecursive.transforms.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.ExampleCursor;
import org.tinyrecursive.transforms.dataset.Split;

/** One JSON object a line, {@code <split>.jsonl}: the columns of a row, tokens as numbers. */
final class JsonLinesExport implements DatasetExport {
  private static final int BUFFER_BYTES = 1 << 18;

  @Override
  public void write(Dataset dataset, Path folder) throws IOException {
    for (String name : dataset.splitNames()) {
      try (OutputStream out =
              new BufferedOutputStream(
                  Files.newOutputStream(folder.resolve(name + ".jsonl")), BUFFER_BYTES);
          JsonGenerator json = new JsonFactory().createGenerator(out)) {
        // Line feeds come from here, not from the generator, which knows no lines.
        json.setRootValueSeparator(null);
        write(dataset.split(name), json);
      }
    }
    CompanionFiles.copy(dataset, folder);
  }

  private static void write(Split split, JsonGenerator json) throws IOException {
    byte[] inputs = new byte[split.seqLen()];
    byte[] labels = new byte[split.seqLen()];
    try (ExampleCursor cursor = split.cursor()) {
      for (int group = 0; group < split.groupCount(); group++) {
        for (int puzzle = split.puzzleOffset(group);
            puzzle < split.puzzleOffset(group + 1);
            puzzle++) {
          int first = split.exampleOffset(puzzle);
          for (int example = first; example < split.exampleOffset(puzzle + 1); example++) {
            cursor.copy(example, inputs, 0, labels, 0);
            json.writeStartObject();
            json.writeNumberField("group", group);
            json.writeNumberField("puzzle_id", split.puzzleId(puzzle));
            json.writeNumberField("puzzle_identifier", split.puzzleIdentifier(puzzle));
            json.writeNumberField("example", example - first);
            writeTokens("inputs", inputs, json);
            writeTokens("labels", labels, json);
            json.writeEndObject();
            json.writeRaw('\n');
          }
        }
      }
    }
  }

  private static void writeTokens(String field, byte[] tokens, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (byte token : tokens) {
      json.writeNumber(token & 0xFF);
    }
    json.writeEndArray();
  }
}
