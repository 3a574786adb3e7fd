package org.tinyrecursive.pipelines.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.pipelines.dataset.RawRna;
import org.tinyrecursive.pipelines.dataset.RnaDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.RnaDatasetSettings;
import org.tinyrecursive.pipelines.predict.PdbOutput;
import org.tinyrecursive.pipelines.predict.RnaPredictPipeline;
import org.tinyrecursive.pipelines.predict.RnaPredictSettings;
import org.tinyrecursive.pipelines.rna.GuessMethod;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.pipelines.score.RnaScorePipeline;
import org.tinyrecursive.pipelines.score.RnaScoreSettings;
import org.tinyrecursive.rna.score.TargetScore;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Compression;

/** RNA from gs:// to gs://, against storage on a loopback address. */
class RnaStorageTest {
  @TempDir private Path folder;
  private FakeStorage storage;
  private RawRna raw;

  @BeforeEach
  void fillStorage() throws IOException {
    storage = FakeStorage.start();
    raw = RawRna.write(folder, 4);
    storage.put("raw", "rna/sequences.csv", raw.sequences());
    storage.put("raw", "rna/labels.csv", raw.labels());
  }

  @AfterEach
  void stopStorage() {
    storage.close();
  }

  @Test
  void aDatasetInStorageIsTheLocalOneByteForByte() throws IOException {
    build(raw.sequences().toString(), raw.labels().toString(), folder.resolve("local").toString());
    build("gs://raw/rna/sequences.csv", "gs://raw/rna/labels.csv", "gs://made/rna");
    Map<String, byte[]> made = storage.objects("made");
    try (Stream<Path> files = Files.walk(folder.resolve("local"))) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(made.keySet()).hasSameSizeAs(all);
      for (Path file : all) {
        String name = "rna/" + folder.resolve("local").relativize(file);
        assertThat(made.get(name)).as(name).isEqualTo(Files.readAllBytes(file));
      }
    }
    assertThat(storage.requests().stream().filter(RnaStorageTest::uploads).toList())
        .last()
        .asString()
        .contains("dataset.json");
    assertThatThrownBy(
            () -> build("gs://raw/rna/sequences.csv", "gs://raw/rna/labels.csv", "gs://made/rna"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("gs://made/rna is not empty (it has README.md)")
        .hasMessageContaining("remove it or choose another");
  }

  @Test
  void aSubmissionInStorageIsPredictedFromThereAndScoredThere() {
    storage.put("raw", "MSA/S0000.MSA.fasta", ">x\nA\n".getBytes(StandardCharsets.UTF_8));
    String sequences = "gs://raw/rna/sequences.csv";
    assertThatThrownBy(() -> predict(sequences, Optional.of("gs://raw/MSA"), "gs://made/none"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("S0000.MSA.fasta:1: sequence");
    predict(sequences, Optional.empty(), "gs://made/predicted");
    assertThat(storage.objects("made").keySet())
        .containsExactlyInAnyOrder("predicted/submission.csv", "predicted/predictions.json");
    List<TargetScore> scores =
        RnaScorePipeline.run(
            new RnaScoreSettings(
                "gs://made/predicted/submission.csv",
                "gs://raw/rna/labels.csv",
                Optional.of(sequences)),
            beam(),
            RunCounters.IGNORED);
    assertThat(scores).hasSize(4).allMatch(score -> score.guesses().size() == 5);
  }

  private static boolean uploads(String request) {
    return request.startsWith("POST") && request.contains("upload");
  }

  private BeamSettings beam() {
    return BeamSettings.direct(1).withOptions(storage.beamOptions());
  }

  private void predict(String sequences, Optional<String> msa, String output) {
    RnaPredictPipeline.run(
        RnaPredictPipeline.targets(sequences, beam()),
        new RnaPredictSettings(
            Optional.empty(), output, 7, PdbOutput.NONE, GuessMethod.MIXED, Optional.empty(), msa),
        beam(),
        RunCounters.IGNORED);
  }

  private void build(String sequences, String labels, String output) {
    RnaDatasetPipeline.run(
        new RnaDatasetSettings(
            List.of(sequences),
            List.of(labels),
            Optional.empty(),
            Optional.empty(),
            output,
            30,
            LocalDate.of(2022, 6, 1),
            2,
            Compression.ZSTD,
            0),
        beam(),
        RunCounters.IGNORED);
  }
}
