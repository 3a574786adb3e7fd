package org.tinyrecursive.transforms.arc;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/** Writes tasks as the published files have them. */
public final class ArcTaskWriter {
  private ArcTaskWriter() {}

  /** Writes a task with its answers: an object with the fields train and test. */
  public static void write(ArcTask task, JsonGenerator json) throws IOException {
    writeTask(task, Answers.SHOWN, json);
  }

  /** Writes a task as a challenges file has it: test pairs without output. */
  public static void writeChallenge(ArcTask task, JsonGenerator json) throws IOException {
    writeTask(task, Answers.HIDDEN, json);
  }

  /** Writes a task's answers as a solutions file has them: a list of grids. */
  public static void writeSolution(ArcTask task, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (ArcPair pair : task.test()) {
      writeGrid(pair.output(), json);
    }
    json.writeEndArray();
  }

  /** Writes a grid: a list of rows, each a list of colours. */
  public static void writeGrid(ArcGrid grid, JsonGenerator json) throws IOException {
    json.writeStartArray();
    for (int row = 0; row < grid.rows(); row++) {
      json.writeStartArray();
      for (int column = 0; column < grid.columns(); column++) {
        json.writeNumber(grid.cell(row, column));
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void writeTask(ArcTask task, Answers answers, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    writePairs("train", task.train(), Answers.SHOWN, json);
    writePairs("test", task.test(), answers, json);
    json.writeEndObject();
  }

  private static void writePairs(
      String field, List<ArcPair> pairs, Answers answers, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(field);
    for (ArcPair pair : pairs) {
      json.writeStartObject();
      json.writeFieldName("input");
      writeGrid(pair.input(), json);
      if (answers == Answers.SHOWN) {
        json.writeFieldName("output");
        writeGrid(pair.output(), json);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private enum Answers {
    SHOWN,
    HIDDEN
  }
}
