package org.tinyrecursive.pipelines.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.modeltf.predict.SearchSettings;
import org.tinyrecursive.modeltf.predict.SearchSettings.AnswerChoice;
import org.tinyrecursive.pipelines.dataset.ArcDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.ArcDatasetSettings;
import org.tinyrecursive.pipelines.dataset.RawArc;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.pipelines.runner.UntrainedCheckpoint;
import org.tinyrecursive.pipelines.score.ArcScore;
import org.tinyrecursive.pipelines.score.ArcScorePipeline;
import org.tinyrecursive.pipelines.score.ArcScoreSettings;
import org.tinyrecursive.transforms.InputRefusedException;

class ArcPredictPipelineTest {
  private static final int NUM_AUG = 3;

  @TempDir private Path dir;
  private Path data;
  private Path checkpoint;

  @BeforeEach
  void buildAndBegin() throws IOException {
    RawArc.write(dir, "evaluation", RawArc.tasks("evaluation", 3));
    data = build("data", 4, NUM_AUG, 0);
    checkpoint = UntrainedCheckpoint.write(dir.resolve("checkpoints"), data);
  }

  @Test
  void everyAugmentationVotesOnItsQuestion() throws IOException {
    PredictionSummary summary = predict(data, "predictions", 8);
    ArcScore score = score("predictions");
    assertThat(score.counts().predictions()).isEqualTo(summary.predictions());
    assertThat(score.elsewhere()).isZero();
    assertThat(summary.predictions()).isEqualTo(score.questions() * (1L + NUM_AUG));
    assertThat(score.sources().get(0).label()).startsWith("step-").endsWith("(predictions)");
    assertThat(Files.readAllLines(dir.resolve("predictions/predictions.csv")))
        .hasSize((int) summary.predictions() + 1)
        .element(1)
        .asString()
        .matches("0,[0-9/]+,.*");
  }

  @Test
  void theTokensDoNotDependOnTheBatchSize() throws IOException {
    predict(data, "small", 3);
    predict(data, "large", 32);
    assertThat(tokens("small")).isEqualTo(tokens("large"));
    assertThat(score("small").tasks()).hasSameSizeAs(score("large").tasks());
  }

  @Test
  void aShardThatIsCutOffOrMissingIsNamed() throws IOException {
    predict(data, "predictions", 8);
    Path shard = dir.resolve("predictions/part-00000-of-00001.arrow");
    byte[] whole = Files.readAllBytes(shard);
    byte[] damaged = whole.clone();
    Arrays.fill(damaged, 900, 1100, (byte) 0x5A);
    for (byte[] bytes : List.of(Arrays.copyOf(whole, whole.length / 2), damaged)) {
      Files.write(shard, bytes);
      assertNotScored(
          "part-00000-of-00001.arrow has %,d bytes of sha256".formatted(bytes.length),
          "it was cut off or changed");
    }

    Files.delete(dir.resolve("predictions/predictions.json"));
    assertNotScored("part-00000-of-00001.arrow: no whole Arrow file after row 0");
    for (int length : new int[] {0, 5, whole.length / 2, whole.length - 9}) {
      Files.write(shard, Arrays.copyOf(whole, length));
      assertNotScored("part-00000-of-00001.arrow: no whole Arrow file after row 0");
    }
  }

  private void assertNotScored(String... messages) {
    assertThatThrownBy(() -> score("predictions"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContainingAll(messages);
  }

  @Test
  void aCheckpointOfAnotherDatasetIsRefusedBeforeAnyWork() throws IOException {
    assertRefused(build("canvas", 5, NUM_AUG, 0), "dataset has seq_len 25");
    assertRefused(build("more", 4, 9, 0), "dataset has num_puzzle_identifiers");
    assertRefused(build("seed", 4, NUM_AUG, 8), "its puzzle embeddings are those of other tasks");
  }

  @Test
  void answersCannotBeCheckedByRules() {
    PuzzlePredictSettings settings =
        PuzzlePredictSettings.of(PuzzleTask.ARC, checkpoint, data, dir.resolve("p"));
    assertThatThrownBy(
            () -> settings.withSearch(SearchSettings.PLAIN.withChoice(AnswerChoice.VALID_FIRST)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("answers to arc cannot be checked by rules");
  }

  private void assertRefused(Path other, String message) {
    assertThatThrownBy(() -> predict(other, "refused", 8))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining(message);
    assertThat(dir.resolve("refused")).doesNotExist();
  }

  private Path build(String name, int canvas, int numAug, long seed) {
    return ArcDatasetPipeline.run(
            ArcDatasetSettings.into(dir.resolve(name))
                .inputFilePrefix(dir.resolve("arc").toString())
                .subsets(List.of("evaluation"))
                .testSetName("evaluation")
                .numAug(numAug)
                .canvas(canvas)
                .seed(seed)
                .shards(2)
                .build(),
            BeamSettings.direct(),
            RunCounters.IGNORED)
        .directory();
  }

  private PredictionSummary predict(Path dataset, String output, int batchSize) {
    return PuzzlePredictPipeline.run(
        PuzzlePredictSettings.of(PuzzleTask.ARC, checkpoint, dataset, dir.resolve(output))
            .withSizes(batchSize, 1000),
        BeamSettings.direct(2),
        examples -> RunCounters.IGNORED);
  }

  private ArcScore score(String predictions) {
    return ArcScorePipeline.run(
        ArcScoreSettings.of(
            dir.resolve(predictions).toString(), data.resolve("test_puzzles.json").toString()),
        BeamSettings.direct(2),
        RunCounters.IGNORED);
  }

  /** The lines of the predictions but for confidences, whose last bits the batch may decide. */
  private List<String> tokens(String predictions) throws IOException {
    return Files.readAllLines(dir.resolve(predictions).resolve("predictions.csv")).stream()
        .map(line -> line.replaceAll(",(true|false),[^,]*,", ","))
        .toList();
  }
}
