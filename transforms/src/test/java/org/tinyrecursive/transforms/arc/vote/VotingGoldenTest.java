package org.tinyrecursive.transforms.arc.vote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.ArcPair;
import org.tinyrecursive.transforms.arc.ArcTask;
import org.tinyrecursive.transforms.arc.ArcTaskReader;
import org.tinyrecursive.transforms.arc.PuzzleName;
import org.tinyrecursive.transforms.arc.SharedFiles;

/** Predictions, metrics and submission computed by the published code. */
@Tag("golden")
class VotingGoldenTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void votesGiveThePublishedMetricsAndSubmission() throws Exception {
    List<VotedTask> voted = vote();
    Map<String, Double> metrics = new HashMap<>();
    JSON.readTree(file("expected_metrics.json").toFile())
        .fields()
        .forEachRemaining(metric -> metrics.put(metric.getKey(), metric.getValue().asDouble()));
    assertThat(PassAt.metrics(voted)).isEqualTo(metrics);
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      ArcSubmission.write(voted, json);
    }
    JsonNode expected = JSON.readTree(file("expected_submission.json").toFile());
    assertThat(JSON.readTree(text.toString())).isEqualTo(expected);
  }

  private static List<VotedTask> vote() throws Exception {
    Map<String, Map<ArcGrid, Tally>> tallies = new HashMap<>();
    long place = 0;
    for (String line : Files.readAllLines(file("predictions.jsonl"))) {
      JsonNode row = JSON.readTree(line);
      Vote vote =
          Vote.of(
                  PuzzleName.parse(row.get("puzzle").asText()),
                  tokens(row.get("input")),
                  tokens(row.get("prediction")),
                  row.get("q_halt_logit").asDouble())
              .orElseThrow();
      tallies
          .computeIfAbsent(vote.task(), none -> new HashMap<>())
          .computeIfAbsent(vote.question(), none -> new Tally())
          .add(vote.answer().orElseThrow(), place++, vote.confidence());
    }
    List<VotedTask> voted = new ArrayList<>();
    for (ArcTask task : tasks()) {
      List<VotedQuestion> questions = new ArrayList<>();
      for (ArcPair pair : task.test()) {
        Tally tally =
            tallies.getOrDefault(task.id(), Map.of()).getOrDefault(pair.input(), new Tally());
        questions.add(VotedQuestion.of(pair.input(), Optional.of(pair.output()), tally.rank()));
      }
      voted.add(new VotedTask(task, questions));
    }
    return voted;
  }

  private static List<ArcTask> tasks() throws Exception {
    List<ArcTask> tasks = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file("test_puzzles.json"))) {
      new ArcTaskReader(
              tasks::add,
              reject -> {
                throw new AssertionError(reject);
              })
          .readChallenges("test_puzzles.json", in, Optional.empty());
    }
    return tasks;
  }

  private static byte[] tokens(JsonNode list) {
    byte[] tokens = new byte[list.size()];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = (byte) list.get(i).asInt();
    }
    return tokens;
  }

  private static Path file(String name) {
    return SharedFiles.golden("arc/arc_voting/" + name);
  }
}
