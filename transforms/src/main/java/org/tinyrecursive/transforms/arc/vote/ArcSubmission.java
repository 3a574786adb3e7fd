package org.tinyrecursive.transforms.arc.vote;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.ArcTaskWriter;

/**
 * The competition's file: {@code {"<task>": [{"attempt_1": <grid>, "attempt_2": <grid>}, …], …}},
 * an entry for every test input.
 */
public final class ArcSubmission {
  /** Guesses for every test input. */
  public static final List<String> ATTEMPTS = List.of("attempt_1", "attempt_2");

  private ArcSubmission() {}

  /** Writes the best two candidates of every question, tasks in order. */
  public static void write(List<VotedTask> tasks, JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (VotedTask task : tasks) {
      json.writeArrayFieldStart(task.task().id());
      for (VotedQuestion question : task.questions()) {
        List<ArcGrid> attempts = question.attempts();
        json.writeStartObject();
        for (int i = 0; i < attempts.size(); i++) {
          json.writeFieldName(ATTEMPTS.get(i));
          ArcTaskWriter.writeGrid(attempts.get(i), json);
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }
}
