package org.tinyrecursive.rna.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.rna.dataset.RnaRow;
import org.tinyrecursive.rna.dataset.RnaShardReader;
import org.tinyrecursive.rna.score.TmMode;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.rna.structure.Sequence;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Compression;

class RnaTransformsTest {
  private static final String SEQUENCES = "target_id,sequence,temporal_cutoff\n";
  private static final String LABELS = "ID,resname,resid,x_1,y_1,z_1\n";
  private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

  @TempDir private Path folder;

  @Test
  void whatHasNoPartnerLeavesWithItsPlaceAndTheRestIsWritten() throws IOException {
    String sequences =
        write(
            "s.csv",
            SEQUENCES
                + "old,GGCA,2020-01-01\nnew,GG,2020-01-02\nalone,GG,2019-01-01\nshort,GG,2019-01-01\n"
                + "bad,GZ,2019-01-01\n");
    String labels =
        write(
            "l.csv",
            LABELS
                + rows("old", "GGCA")
                + rows("new", "GG")
                + rows("short", "G")
                + rows("bad", "GG"));
    Pipeline pipeline = Pipeline.create();
    PCollectionTuple written =
        pipeline
            .apply("Sequences", Create.of(sequences))
            .apply(new WriteRnaDataset(pipeline.apply("Labels", Create.of(labels)), plan()));
    PAssert.that(written.get(WriteRnaDataset.PROBLEMS))
        .satisfies(
            found -> {
              assertThat(StreamSupport.stream(found.spliterator(), false).map(Object::toString))
                  .containsExactlyInAnyOrder(
                      "s.csv:4: target_id 'alone' has no labels that can be used",
                      "l.csv:8: ID target short has 1 residues here, 2 in s.csv",
                      "l.csv:9: ID names target bad, which has no sequence that can be used",
                      "s.csv:6: sequence of bad has 'Z' at 2, allowed: nucleotide codes "
                          + Sequence.ALPHABET);
              return null;
            });
    pipeline.run().waitUntilFinish();
    Files.writeString(folder.resolve("dataset.json"), "{}");
    assertThat(RnaShardReader.readSplit(folder, "train"))
        .extracting(RnaRow::targetId)
        .containsExactly("old");
    assertThat(RnaShardReader.readSplit(folder, "validation"))
        .extracting(RnaRow::targetId)
        .containsExactly("new");
    assertThat(folder.resolve("train")).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void aTargetThatIsThereTwiceIsWrittenOnceAndReported() throws IOException {
    String first = write("a.csv", SEQUENCES + "t,GG,2020-01-01\n");
    String second = write("b.csv", SEQUENCES + "t,GG,2020-01-01\n");
    String labels = write("l.csv", LABELS + rows("t", "GG"));
    Pipeline pipeline = Pipeline.create();
    PCollectionTuple written =
        pipeline
            .apply("Sequences", Create.of(first, second))
            .apply(new WriteRnaDataset(pipeline.apply("Labels", Create.of(labels)), plan()));
    PAssert.thatSingleton(written.get(WriteRnaDataset.PROBLEMS))
        .satisfies(
            problem -> {
              assertThat(problem.toString()).matches("[ab]\\.csv:2: target_id 't' occurs twice");
              return null;
            });
    PAssert.thatSingleton(written.get(WriteRnaDataset.SHARDS))
        .satisfies(
            shard -> {
              assertThat(shard.targets()).isEqualTo(1);
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  @Test
  void aLabelledTargetWithoutAPredictionScoresZeroAndAForeignOneIsLeftOut() throws IOException {
    String labels = write("l.csv", LABELS + rows("a", "GGCAGGCA") + rows("b", "GGCAGGCA"));
    String predictions = write("p.csv", LABELS + rows("a", "GGCAGGCA") + rows("z", "GG"));
    Pipeline pipeline = Pipeline.create();
    PAssert.that(
            pipeline
                .apply("Predictions", Create.of(predictions))
                .apply(new ScoreStructures(pipeline.apply("Labels", Create.of(labels)), Map.of())))
        .satisfies(
            scores -> {
              assertThat(
                      StreamSupport.stream(scores.spliterator(), false)
                          .map(
                              score ->
                                  "%s %d %d %.3f"
                                      .formatted(
                                          score.targetId(),
                                          score.guesses().size(),
                                          score.bestGuess(TmMode.FIXED),
                                          score.best(TmMode.FIXED))))
                  .containsExactlyInAnyOrder("a 1 1 1.000", "b 0 0 0.000");
              return null;
            });
    pipeline.run().waitUntilFinish();
  }

  @Test
  void predictionsThatFitNoLabelAreRefusedByTarget() throws IOException {
    String labels = write("l.csv", LABELS + rows("a", "GGCA"));
    assertRefused(
        labels,
        Map.of(),
        "target a has 2 residues in the predictions, 4 in the labels",
        write("p.csv", LABELS + rows("a", "GG")));
    String twice = write("q.csv", LABELS + rows("a", "GGCA"));
    assertRefused(
        labels, Map.of(), "target a is in more than one file; name each file once", twice, twice);
    String foreign = write("r.csv", LABELS + rows("z", "GGCA"));
    assertRefused(
        labels, Map.of("a", 4), "r.csv:2: ID names target z, which has no sequence", foreign);
    String longer = write("t.csv", LABELS + rows("a", "GGCAG"));
    assertRefused(
        labels,
        Map.of("a", 4),
        "t.csv:2: ID target a has 5 residues here, its sequence has 4",
        longer);
  }

  @Test
  void alignmentsAreFoundByTheNameOfTheirTarget() throws IOException {
    RnaTarget target = RnaTarget.ofOneChain("t", new Sequence("GA"), DAY);
    write("t.MSA.fasta", ">t\nGA\n>other\nG-\n");
    assertThat(MsaFolder.of(folder.toString()).profile(target))
        .containsExactly(0, 0, 1, 0, 0, 0.5f, 0, 0, 0, 0.5f);
    assertThat(MsaFolder.of(folder.toString()).profile(named("u"))).isEmpty();
    assertThat(MsaFolder.NONE.profile(target)).isEmpty();
    assertThatThrownBy(() -> MsaFolder.of(folder + "/none"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(
            "--msa-dir %s/none: no such folder; it holds <target_id>.MSA.fasta of the targets that"
                    .formatted(folder)
                + " have one");
    write("t.MSA.fasta", ">t\nGA\n>other\nG\n");
    assertThatThrownBy(() -> MsaFolder.of(folder.toString()).profile(target))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage("t.MSA.fasta:3: sequence has 1 columns, the first row of its chain has 2");
    write("t.MSA.fasta", ">t\nGAC\n");
    assertThatThrownBy(() -> MsaFolder.of(folder.toString()).profile(target))
        .hasMessage("t.MSA.fasta:1: sequence of 3 residues (3 columns) fits no chain of t");
  }

  @Test
  void whatIsNoFileIsRefusedByItsPath() {
    assertThatThrownBy(() -> RnaFiles.open(folder + "/none.csv"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(folder + "/none.csv: no such file; check the path");
    assertThatThrownBy(() -> RnaFiles.open(folder.toString()))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("is a directory, expected a text file");
  }

  private static void assertRefused(
      String labels, Map<String, Integer> lengths, String message, String... predictions) {
    Pipeline pipeline = Pipeline.create();
    pipeline
        .apply("Predictions", Create.of(List.of(predictions)))
        .apply(new ScoreStructures(pipeline.apply("Labels", Create.of(labels)), lengths));
    assertThatThrownBy(() -> pipeline.run().waitUntilFinish())
        .hasRootCauseInstanceOf(InputRefusedException.class)
        .rootCause()
        .hasMessage(message);
  }

  private RnaShardPlan plan() {
    return new RnaShardPlan(folder.toString(), 64, DAY, 1, Compression.ZSTD, MsaFolder.NONE);
  }

  private static RnaTarget named(String id) {
    return RnaTarget.ofOneChain(id, new Sequence("GA"), DAY);
  }

  private static String rows(String target, String letters) {
    StringBuilder rows = new StringBuilder();
    for (int i = 1; i <= letters.length(); i++) {
      rows.append(
          "%s_%d,%s,%d,%d,%d,%d\n"
              .formatted(target, i, letters.charAt(i - 1), i, 5 * i, i * i, i % 3));
    }
    return rows.toString();
  }

  private String write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
