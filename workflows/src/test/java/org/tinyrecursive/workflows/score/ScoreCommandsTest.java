package org.tinyrecursive.workflows.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.workflows.Trm;
import org.tinyrecursive.workflows.cli.ExitCode;

/** What is read of scores, of predictions written by hand. */
class ScoreCommandsTest {
  private static final String SOLVED = "1234341221434321";

  @TempDir Path folder;

  private Path file(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines));
  }

  private Path sudokus() throws IOException {
    return file(
        "predictions.csv",
        "question,prediction",
        // Right; with a clue changed; a valid Sudoku of another question.
        ".234341221434321," + SOLVED,
        "..34341221434321,1134341221434321",
        "1...341221434321,1234341221434321");
  }

  @Test
  void aScoreOfSudokusForPeople() throws IOException {
    Trm scored = Trm.run("score", "sudoku", "--predictions", sudokus()).requireDone();

    assertThat(scored.out())
        .isEqualToNormalizingNewlines(
            """
            exact accuracy   66.67 %  (2 of 3; 95 % interval 20.77 to 93.85 %)
            cell accuracy    97.92 %  (83.33 % of the blank cells)
            valid Sudokus    2 of 3, 2 of them with every clue kept

            clues  puzzles    exact  95 % interval
               13        1  100.0 %  20.7 to 100.0 %
               14        1    0.0 %  0.0 to 79.3 %
               15        1  100.0 %  20.7 to 100.0 %
            """);
  }

  @Test
  void aScoreOfSudokusForPrograms() throws IOException {
    JsonNode scored =
        Trm.run("score", "sudoku", "--predictions", sudokus(), "--format=json")
            .requireDone()
            .json();

    assertThat(scored.path("puzzles").asInt()).isEqualTo(3);
    assertThat(scored.path("exact").asInt()).isEqualTo(2);
    assertThat(scored.path("changed_clues").asInt()).isZero();
    assertThat(scored.path("by_clues")).hasSize(3);
    assertThat(scored.path("by_clues").get(0).path("clues").asInt()).isEqualTo(13);
  }

  @Test
  void aScoreOfMazesCountsOtherShortestPaths() throws IOException {
    // Two shortest paths lead around the wall in the middle.
    String question = "S   #   G";
    Path answers =
        file(
            "answers.csv",
            "source,question,answer,rating",
            "hand,\"" + question + "\",\"Soo #o  G\",3");
    Path predictions =
        file("predictions.csv", "question,prediction", "\"" + question + "\",\"S  o# ooG\"");
    Trm scored =
        Trm.run("score", "maze", "--predictions", predictions, "--answers", answers).requireDone();

    assertThat(scored.out())
        .isEqualToNormalizingNewlines(
            """
            exact accuracy     0.00 %  (0 of 1; 95 % interval 0.00 to 79.35 %)
            any shortest path  100.00 %  (1 of 1)
            cell accuracy      33.33 %

            puzzles    exact  any shortest  source
                  1    0.0 %       100.0 %  hand
            """);
  }

  @Test
  void structuresScoredAgainstThemselvesAreRightAndDrawn() throws IOException {
    Trm.run("sample", "rna", "--count=1", "--test-count=2", "--output-dir", folder.resolve("raw"))
        .requireDone();
    Path labels = folder.resolve("raw/validation_labels.csv");
    Path page = folder.resolve("pages/rna.html");
    JsonNode scored =
        Trm.run(
                "score",
                "rna",
                "--predictions",
                labels,
                "--labels",
                labels,
                "--report",
                page,
                "--format=json")
            .requireDone()
            .json();

    assertThat(scored.path("mean_tm_score").asDouble()).isEqualTo(1);
    assertThat(scored.path("mean_rmsd").asDouble()).isLessThan(1e-3);
    assertThat(scored.path("mean_pairwise_tm_score").isNull()).as("one guess has no pair").isTrue();
    assertThat(page)
        .content()
        .contains("default-src 'none'", "NEW0000", "NEW0001", "best TM-score 1.0000")
        .doesNotContain("src=\"http");
  }

  @Test
  void aPageThatCannotBeWrittenIsRefusedBeforeScoring() throws IOException {
    Path emptyFolder = Files.createDirectory(folder.resolve("page.html"));
    Trm refused =
        Trm.run("score", "rna", "--predictions=absent", "--labels=absent", "--report", emptyFolder);

    assertThat(refused.err()).contains("--report " + emptyFolder + " is a directory; name a file");
    assertThat(refused.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(emptyFolder).isEmptyDirectory();
  }

  @Test
  void predictionsOfMazesAreNotTakenForSudokus() throws IOException {
    Path mazes = file("predictions.csv", "question,prediction", "\"S   #   G\",\"Soo #o  G\"");
    Trm refused = Trm.run("score", "sudoku", "--predictions", mazes);

    assertThat(refused.code()).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(refused.err()).contains("predictions.csv").doesNotContain("\tat ");
    assertThat(refused.out()).isEmpty();
  }
}
