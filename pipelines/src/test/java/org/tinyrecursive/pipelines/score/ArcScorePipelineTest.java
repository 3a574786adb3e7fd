package org.tinyrecursive.pipelines.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.vote.VotedQuestion;
import org.tinyrecursive.transforms.arc.vote.VotedTask;

class ArcScorePipelineTest {
  private static final String RIGHT = "20";

  @TempDir private Path folder;
  private Path tasks;

  @BeforeEach
  void writeTasks() throws IOException {
    tasks = VotedArc.tasks(folder.resolve("test_puzzles.json"));
  }

  @Test
  void augmentedPredictionsVoteOnTheirQuestion() throws IOException {
    VotedArc votes = new VotedArc();
    votes.vote("a", "10", RIGHT, -1).vote("a", "10", "99", 5).vote("a", "10", RIGHT, -2);
    votes.vote("b", "55", "7", 0).vote("b", "55", "6", -1).vote("b", "3", "8", 0);
    ArcScore score = score(votes.write(folder.resolve("predictions.jsonl")));
    VotedQuestion first = score.tasks().get(0).questions().get(0);
    assertThat(first.best().get(0).grid()).isEqualTo(ArcGrid.parse(RIGHT));
    assertThat(first.best().get(0).votes()).isEqualTo(2);
    assertThat(first.place()).hasValue(1);
    VotedTask second = score.tasks().get(1);
    assertThat(second.questions().get(0).place()).hasValue(2);
    assertThat(second.questions().get(1).place()).isEmpty();
    assertThat(score.metrics()).containsEntry("ARC/pass@1", 0.5).containsEntry("ARC/pass@2", 0.75);
    assertThat(score.testSet()).isEqualTo("no published evaluation set has that many");
  }

  @Test
  void aTaskWithoutPredictionsHasItsEntry() throws IOException {
    Path file = new VotedArc().vote("a", "10", RIGHT, 0).write(folder.resolve("p.jsonl"));
    ArcScore score = score(file);
    assertThat(score.tasksWithoutVotes()).isEqualTo(1);
    Path out = Files.createDirectory(folder.resolve("out"));
    ArcScoreFiles.write(out, score);
    assertThat(out.resolve(ArcScoreFiles.SUBMISSION))
        .hasContent(
            "{\"a\":[{\"attempt_1\":[[2,0]],\"attempt_2\":[[2,0]]}],"
                + "\"b\":[{\"attempt_1\":[[0]],\"attempt_2\":[[0]]},"
                + "{\"attempt_1\":[[0]],\"attempt_2\":[[0]]}]}");
    assertThat(out.resolve(ArcScoreFiles.TASKS))
        .content()
        .contains("a,1,1,1,1,1.0000,1.0000\n", "b,2,0,0,- -,0.0000,0.0000\n");
  }

  @Test
  void strayTokensAndBlanksAreCountedAndKillNothing() throws IOException {
    int[] question = VotedArc.tokens(ArcGrid.parse("10"));
    int[] stray = VotedArc.tokens(ArcGrid.parse(RIGHT));
    stray[3] = 4711;
    stray[31] = -3;
    Path file =
        new VotedArc()
            .row("a", question, stray, 0)
            .row("a", question, new int[900], 0)
            .write(folder.resolve("p.jsonl"));
    ArcScore score = score(file);
    assertThat(score.counts().predictions()).isEqualTo(2);
    assertThat(score.counts().ragged()).isEqualTo(2);
    assertThat(score.counts().blank()).isEqualTo(1);
    assertThat(score.tasks().get(0).questions().get(0).place()).hasValue(1);
  }

  @Test
  void votesOfSeveralSourcesArePooledAndLabelled() throws IOException {
    Path one = new VotedArc().vote("a", "10", "99", 3).write(folder.resolve("one.jsonl"));
    Path two =
        new VotedArc()
            .vote("a", "10", RIGHT, 0)
            .vote("a", "10", RIGHT, 0)
            .vote("c", "1", "2", 0)
            .write(folder.resolve("two.jsonl"));
    ArcScore score =
        score(
            new ArcScoreSettings(
                specs(one, two), "" + tasks, Optional.empty(), Optional.empty(), 0));
    assertThat(score.sources())
        .extracting(ArcScore.Source::label)
        .containsExactly("one.jsonl", "two.jsonl");
    assertThat(score.sources().get(1).counts().predictions()).isEqualTo(3);
    assertThat(score.tasks().get(0).votes()).isEqualTo(3);
    assertThat(score.tasks().get(0).questions().get(0).place()).hasValue(1);
    assertThat(score.elsewhere()).isEqualTo(1);
  }

  @Test
  void withoutAnswersThereIsASubmissionAndNoMetric() throws IOException {
    Path challenges = folder.resolve("challenges.json");
    Files.writeString(
        challenges,
        "{\"a\": {\"train\": [{\"input\": [[1]], \"output\": [[2]]}], \"test\": [{\"input\": [[1, 0]]}]}}");
    Path file = new VotedArc().vote("a", "10", RIGHT, 0).write(folder.resolve("p.jsonl"));
    ArcScore score = score(ArcScoreSettings.of("" + file, "" + challenges));
    assertThat(score.metrics()).isEmpty();
    Path out = Files.createDirectory(folder.resolve("out"));
    ArcScoreFiles.write(out, score);
    assertThat(out.resolve(ArcScoreFiles.METRICS)).doesNotExist();
    assertThat(out.resolve(ArcScoreFiles.SUBMISSION)).content().contains("[[2,0]]");
    Path solutions = Files.writeString(folder.resolve("solutions.json"), "{\"a\": [[[2, 0]]]}");
    ArcScoreSettings solved =
        new ArcScoreSettings(
            specs(file), "" + challenges, Optional.of("" + solutions), Optional.empty(), 0);
    assertThat(score(solved).metrics()).containsEntry("ARC/pass@1", 1.0);
  }

  @Test
  void everyWrongRowIsToldWithItsLineAndField() throws IOException {
    Path file = folder.resolve("p.jsonl");
    new VotedArc()
        .vote("a", "10", RIGHT, 0)
        .row("a|||t9|||0123456789", new int[900], new int[900], 0)
        .row("a", new int[900], new int[900], 0)
        .row("a", new int[899], new int[899], 0)
        .write(file);
    Files.writeString(
        file, Files.readString(file) + "{\"puzzle\": \"a\", \"input\": [1, 2\n{\"puzzle\": 7}\n");
    assertThatThrownBy(() -> score(file))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("p.jsonl:2: puzzle is no name: puzzle name is \"a|||t9")
        .hasMessageContaining("p.jsonl:3: input has no grid")
        .hasMessageContaining(
            "p.jsonl:4: prediction has 899 tokens, expected a square of at most 900")
        .hasMessageContaining("p.jsonl:5: line is no JSON")
        .hasMessageContaining("p.jsonl:6: puzzle is no text")
        .hasMessageContaining("5 rows are refused, --max-rejects allows 0");
    assertThat(
            score(
                    new ArcScoreSettings(
                        specs(file), "" + tasks, Optional.empty(), Optional.empty(), 5))
                .rejects())
        .isEqualTo(5);
  }

  @Test
  void aPuzzleThatIsNotInTheTableIsRefused() throws IOException {
    Path table = Files.writeString(folder.resolve("identifiers.json"), "[\"<blank>\", \"b\"]");
    Path file = new VotedArc().vote("a", "10", RIGHT, 0).write(folder.resolve("p.jsonl"));
    assertThatThrownBy(
            () ->
                score(
                    new ArcScoreSettings(
                        specs(file), "" + tasks, Optional.empty(), Optional.of("" + table), 0)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("which is not among the 2 names of identifiers.json");
  }

  @Test
  void aTaskFileWithAnEmptyGridIsRefusedWithItsPath() throws IOException {
    Path bad = folder.resolve("bad.json");
    Files.writeString(
        bad,
        "{\"a\": {\"train\": [{\"input\": [], \"output\": [[2]]}], \"test\": [{\"input\": [[1]]}]}}");
    Path file = new VotedArc().vote("a", "10", RIGHT, 0).write(folder.resolve("p.jsonl"));
    assertThatThrownBy(() -> score(ArcScoreSettings.of("" + file, "" + bad)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("bad.json:1: /a/train/0/input: grid is empty, allowed: 1 to 30 rows");
  }

  @Test
  void predictionsOfAnotherTaskOrFoldersWithoutAnyAreRefused() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));
    assertThatThrownBy(() -> score(other))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("other holds neither predictions.json nor .jsonl");
    Files.writeString(other.resolve("predictions.json"), "{\"task\": \"maze\", \"files\": []}");
    assertThatThrownBy(() -> score(other))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("holds predictions of task maze, expected arc");
    Files.writeString(
        other.resolve("predictions.json"), "{\"task\": \"arc\", \"files\": [\"part.arrow\"]}");
    assertThatThrownBy(() -> score(other))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("part.arrow is missing, though predictions.json lists it");
    Files.writeString(other.resolve("part.arrow"), "no Arrow file at all");
    Files.writeString(other.resolve("identifiers.json"), "[\"<blank>\"]");
    assertThatThrownBy(() -> score(other))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("part.arrow: no whole Arrow file");
  }

  private static List<String> specs(Path... files) {
    return Arrays.stream(files).map(Path::toString).toList();
  }

  private ArcScore score(Path predictions) {
    return score(ArcScoreSettings.of("" + predictions, "" + tasks));
  }

  private static ArcScore score(ArcScoreSettings settings) {
    return ArcScorePipeline.run(settings, BeamSettings.direct(2), RunCounters.IGNORED);
  }
}
