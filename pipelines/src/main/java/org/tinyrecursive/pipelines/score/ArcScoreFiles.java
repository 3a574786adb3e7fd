package org.tinyrecursive.pipelines.score;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tinyrecursive.transforms.arc.vote.ArcSubmission;
import org.tinyrecursive.transforms.arc.vote.VotedQuestion;
import org.tinyrecursive.transforms.arc.vote.VotedTask;

/**
 * The files of a vote: {@code submission.json}, {@code metrics.json} with the published metrics
 * (where answers are known), {@code tasks.csv}. The same votes give the same bytes.
 */
public final class ArcScoreFiles {
  /** What is handed in. */
  public static final String SUBMISSION = "submission.json";

  /** pass@k under the published names. */
  public static final String METRICS = "metrics.json";

  /** A row for every task. */
  public static final String TASKS = "tasks.csv";

  private static final String HEADER =
      "task,test_inputs,predictions,candidates,answer_places,pass@1,pass@2";

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private ArcScoreFiles() {}

  /** Writes all files into a folder that is there. */
  public static void write(Path folder, ArcScore score) throws IOException {
    try (JsonGenerator json =
        new JsonFactory().createGenerator(folder.resolve(SUBMISSION).toFile(), JsonEncoding.UTF8)) {
      ArcSubmission.write(score.tasks(), json);
    }
    if (!score.metrics().isEmpty()) {
      JSON.writeValue(folder.resolve(METRICS).toFile(), score.metrics());
    }
    try (Writer lines = Files.newBufferedWriter(folder.resolve(TASKS))) {
      lines.write(HEADER + "\n");
      for (VotedTask task : score.tasks()) {
        lines.write(row(task) + "\n");
      }
    }
  }

  /** Places are those of the right answers among the candidates, a dash where it is none. */
  private static String row(VotedTask task) {
    return String.format(
        Locale.ROOT,
        "%s,%d,%d,%d,%s,%.4f,%.4f",
        quoted(task.task().id()),
        task.questions().size(),
        task.votes(),
        task.questions().stream().mapToInt(VotedQuestion::candidates).sum(),
        task.questions().stream().map(ArcScoreFiles::place).collect(Collectors.joining(" ")),
        task.passAt(1),
        task.passAt(2));
  }

  private static String place(VotedQuestion question) {
    return question.place().isPresent() ? Integer.toString(question.place().getAsInt()) : "-";
  }

  private static String quoted(String text) {
    return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
