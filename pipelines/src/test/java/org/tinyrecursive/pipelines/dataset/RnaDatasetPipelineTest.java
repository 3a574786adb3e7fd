package org.tinyrecursive.pipelines.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.pipelines.score.RnaScorePipeline;
import org.tinyrecursive.pipelines.score.RnaScoreSettings;
import org.tinyrecursive.rna.beam.RnaShardPlan;
import org.tinyrecursive.rna.dataset.RnaShardSummary;
import org.tinyrecursive.rna.score.TargetScore;
import org.tinyrecursive.rna.score.TmMode;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.dataset.Problem;

class RnaDatasetPipelineTest {
  private static final RunCounters UNWATCHED = counters -> {};

  @TempDir private Path folder;
  private Path sequences;
  private Path labels;

  @BeforeEach
  void drawSamples() throws IOException {
    RawRna raw = RawRna.write(folder, 12);
    sequences = raw.sequences();
    labels = raw.labels();
  }

  @Test
  void splitsByDateAndGivesTheSameBytesWithAnyNumberOfWorkers() throws IOException {
    RnaDatasetManifest one = build("one", 1, 0);
    RnaDatasetManifest three = build("three", 3, 0);
    assertThat(three.shards()).isEqualTo(one.shards());
    assertThat(one.targets(RnaShardPlan.TRAIN) + one.targets(RnaShardPlan.VALIDATION))
        .isEqualTo(12);
    assertThat(one.targets(RnaShardPlan.VALIDATION)).isBetween(1L, 11L);
    assertThat(one.rows(RnaShardPlan.TRAIN)).isGreaterThan(one.targets(RnaShardPlan.TRAIN));
    for (RnaShardSummary shard : one.shards()) {
      assertThat(folder.resolve("one").resolve(shard.file())).hasSize(shard.bytes());
    }
    assertThat(folder.resolve("one").resolve("dataset.json")).content().contains("\"max_length\"");
  }

  @Test
  void aRecordThatCannotBeUsedFailsTheBuildOrIsRejected() throws IOException {
    Files.writeString(
        labels,
        Files.readString(labels).replaceFirst("S0000_2,([A-Z]),2,[^,]*,", "S0000_2,$1,2,?,"));
    assertThatThrownBy(() -> build("refused", 1, 0))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("labels.csv:3: x_1 of S0000_2 is '?'")
        .hasMessageContaining("sequences.csv:2: target_id 'S0000' has no labels that can be used")
        .hasMessageContaining("2 records are refused, --max-rejects allows 0");
    assertThat(folder.resolve("refused")).doesNotExist();
    assertThat(build("allowed", 1, 2).rejects()).isEqualTo(2);
    assertThat(folder.resolve("allowed/rejects/part-00000.jsonl")).content().contains("S0000_2");
  }

  @Test
  void aLabelWithoutASequenceIsNamed() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(labels));
    lines.add("OTHER_1,G,1,1,2,3,A,1");
    Files.write(labels, lines);
    assertThatThrownBy(() -> build("refused", 1, 0))
        .hasMessageContaining(
            "labels.csv:%d: ID names target OTHER, which has no sequence that can be used"
                .formatted(lines.size()));
  }

  @Test
  void labelsScoreOneAgainstThemselvesAndATargetWithoutPredictionZero() throws IOException {
    Path predictions = folder.resolve("predictions.csv");
    Files.write(
        predictions,
        Files.readAllLines(labels).stream().filter(line -> !line.startsWith("S0003_")).toList());
    List<TargetScore> scores =
        RnaScorePipeline.run(
            new RnaScoreSettings(
                predictions.toString(), labels.toString(), Optional.of(sequences.toString())),
            BeamSettings.direct(2),
            UNWATCHED);
    Map<String, Double> best =
        scores.stream()
            .collect(Collectors.toMap(TargetScore::targetId, score -> score.best(TmMode.ALIGNED)));
    assertThat(best).hasSize(12).containsEntry("S0003", 0.0);
    best.remove("S0003");
    assertThat(best.values()).allMatch(value -> value > 0.9999);
  }

  @Test
  void structureFilesBecomeTheSameCsvFilesAndShards() throws IOException {
    Path structures = Files.createDirectories(folder.resolve("pdb/aa"));
    String atoms =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    "ATOM  %5d  C1'   %c A%4d    %8.3f%8.3f%8.3f  1.00  0.00           C  \n"
                        .formatted(i + 1, "GGCAAGCC".charAt(i), i + 1, 5.5 * i, 0.0, 0.0))
            .collect(Collectors.joining());
    Files.writeString(
        structures.resolve("1abc.pdb"), "REVDAT   1   28-MAR-12 1ABC    0\n" + atoms + "END\n");
    Files.writeString(structures.resolve("2abc.pdb"), atoms + "END\n");
    RnaDatasetSettings settings =
        new RnaDatasetSettings(
            List.of(),
            List.of(),
            Optional.of(folder.resolve("pdb")),
            Optional.empty(),
            folder.resolve("built").toString(),
            30,
            LocalDate.of(2022, 6, 1),
            2,
            Compression.ZSTD,
            1);
    RnaDatasetManifest manifest =
        RnaDatasetPipeline.run(settings, BeamSettings.direct(1), UNWATCHED);
    assertThat(manifest.targets(RnaShardPlan.TRAIN)).isEqualTo(1);
    assertThat(manifest.rejects()).isEqualTo(1);
    assertThat(folder.resolve("built/structures_sequences.csv"))
        .content()
        .contains("1abc,GGCAAGCC,2012-03-28");
    assertThat(folder.resolve("built/structures_labels.csv"))
        .content()
        .contains("1abc_8,C,8,38.500,");
    assertThat(folder.resolve("built/rejects/part-00000.jsonl"))
        .content()
        .contains("2abc.pdb", "has no release date");
  }

  @Test
  void verifyingFindsWhatIsTornMissingOrStrange() throws IOException {
    RnaDatasetManifest manifest = build("one", 1, 0);
    Path dataset = folder.resolve("one");
    assertThat(RnaDatasetVerifier.verify(dataset)).isEmpty();
    assertThat(RnaDatasetManifest.read(dataset)).isEqualTo(manifest);
    Path torn = dataset.resolve(manifest.shards().get(0).file());
    Files.copy(torn, dataset.resolve("train/other.arrow"));
    Files.write(torn, Arrays.copyOf(Files.readAllBytes(torn), 100));
    Files.delete(dataset.resolve(manifest.shards().get(1).file()));
    assertThat(RnaDatasetVerifier.verify(dataset))
        .extracting(Problem::kind)
        .containsExactly(Problem.Kind.BYTES, Problem.Kind.MISSING, Problem.Kind.EXTRA);
  }

  @Test
  void aFolderWithoutAManifestOfRnaIsNoDataset() throws IOException {
    Files.writeString(folder.resolve("dataset.json"), "{\"format\": \"other\"}");
    assertThat(RnaDatasetManifest.isIn(folder)).isFalse();
    assertThatThrownBy(() -> RnaDatasetManifest.read(folder))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("is no RNA dataset");
  }

  @Test
  void nothingToBuildFromIsRefused() {
    assertThatThrownBy(
            () ->
                new RnaDatasetSettings(
                    List.of(sequences.toString()),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    folder.toString(),
                    30,
                    LocalDate.of(2022, 6, 1),
                    2,
                    Compression.ZSTD,
                    0))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("give --sequences and --labels, or --structures");
  }

  private RnaDatasetManifest build(String name, int workers, long maxRejects) throws IOException {
    RnaDatasetManifest manifest =
        RnaDatasetPipeline.run(
            new RnaDatasetSettings(
                List.of(sequences.toString()),
                List.of(labels.toString()),
                Optional.empty(),
                Optional.empty(),
                folder.resolve(name).toString(),
                30,
                LocalDate.of(2022, 6, 1),
                2,
                Compression.ZSTD,
                maxRejects),
            BeamSettings.direct(workers),
            UNWATCHED);
    for (RnaShardSummary shard : manifest.shards()) {
      Path file = folder.resolve(name).resolve(shard.file());
      try (FileChannel channel = FileChannel.open(file)) {
        assertThat(channel.size()).isEqualTo(shard.bytes());
      }
    }
    return manifest;
  }
}
