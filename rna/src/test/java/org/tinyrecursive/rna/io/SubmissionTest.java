package org.tinyrecursive.rna.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.ReferenceStructures;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.rna.structure.Sequence;
import org.tinyrecursive.transforms.InputRefusedException;

class SubmissionTest {
  private static final String HEADER =
      "ID,resname,resid,x_1,y_1,z_1,x_2,y_2,z_2,x_3,y_3,z_3,x_4,y_4,z_4,x_5,y_5,z_5\n";
  private static final String ZEROS = ",0,0,0,0,0,0,0,0,0,0,0,0,0,0,0\n";
  private static final List<RnaTarget> TARGETS =
      List.of(target("R_1", "GC"), target("R_1_1", "AUX"));

  @Test
  void whatIsWrittenIsValidAndReadBack() throws IOException {
    String text = written();
    assertThat(problems(text)).isEmpty();
    List<ReferenceStructures> read = new ArrayList<>();
    LabelsCsv.readPredictions(source(text), target -> read.add(target.value()), ProblemSink.REFUSE);
    assertThat(read).extracting(ReferenceStructures::targetId).containsExactly("R_1", "R_1_1");
    assertThat(read.get(1).structures()).hasSize(5);
  }

  @Test
  void coordinatesAreClippedAndRoundedAsTheCompetitionHasThem() throws IOException {
    assertThat(written())
        .startsWith(HEADER)
        .contains("R_1_1,G,1,-999.999,0.000,1.235,")
        .contains("R_1_2,C,2,9999.999,-1.500,0.000,");
  }

  @Test
  void anIncompleteGuessIsNotWritten() {
    SubmissionWriterHarness harness = new SubmissionWriterHarness();
    assertThatThrownBy(() -> harness.write(Coordinates.missing(2), 5))
        .hasMessage("R_1: a guess has 0 of 2 positions for 2 residues");
    assertThatThrownBy(() -> harness.write(Coordinates.of(new double[6]), 4))
        .hasMessage("R_1 has 4 guesses, expected 5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "R_1_2,C,2 # R_1_9,C,2 # 3: ID 'R_1_9' is no residue of the sequences file",
        "R_1_2,C,2 # R_1_1,G,1 # 3: ID 'R_1_1' occurs twice",
        "R_1_2,C,2 # R_1_2,G,2 # 3: resname of R_1_2 is 'G', expected C",
        "R_1_2,C,2 # R_1_2,C,3 # 3: resid of R_1_2 is '3', expected 2",
        "R_1_2,C,2,0 # R_1_2,C,2,NaN # 3: x_1 of R_1_2 is NaN, allowed: -999.999 to 9999.999",
        "R_1_2,C,2,0 # R_1_2,C,2,far # 3: x_1 of R_1_2 is 'far', expected a number",
        "R_1_2,C,2,0 # R_1_2,C,2,10000 # 3: x_1 of R_1_2 is 10000, allowed",
        "R_1_2,C,2,0 # R_1_2,C,2 # 3: has 17 fields, the header has 18",
        "R_1_2,C,2 # R_1_1_3,X,3 # 4: ID 'R_1_1_1' is out of order, before it came R_1_1_3",
        "x_5,y_5,z_5 # x_5,y_5,z_5,score # 1: header has score as well, allowed are exactly",
        "x_5,y_5,z_5 # x_5,y_5,q_5 # 1: header lacks z_5",
        "x_1,y_1 # y_1,x_1 # 1: header has its columns in another order",
      })
  void saysWhatIsWrong(String from, String to, String expected) {
    String text =
        HEADER
            + ("R_1_1,G,1" + ZEROS)
            + ("R_1_2,C,2" + ZEROS)
            + ("R_1_1_1,A,1" + ZEROS)
            + ("R_1_1_2,U,2" + ZEROS)
            + ("R_1_1_3,X,3" + ZEROS);
    assertThat(problems(text)).isEmpty();
    assertThat(problems(text.replaceFirst(from, to)))
        .anyMatch(problem -> problem.startsWith("submission.csv:" + expected));
  }

  @Test
  void namesEveryGap() {
    assertThat(problems(HEADER + "R_1_1,G,1" + ZEROS + "R_1_1_3,X,3" + ZEROS))
        .containsExactly(
            "submission.csv:4: ID R_1_2 is missing",
            "submission.csv:4: ID R_1_1_1 to R_1_1_2 are missing, 2 rows");
  }

  @Test
  void aPredictionWithoutAPositionIsRefused() {
    String text = HEADER + "R_1_1,G,1" + ZEROS.replaceFirst(",0\n", ",NaN\n");
    assertThatThrownBy(
            () -> LabelsCsv.readPredictions(source(text), target -> {}, ProblemSink.REFUSE))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(
            "submission.csv:2: z_5 of R_1_1 is 'NaN', a prediction needs a position for every"
                + " residue");
  }

  @Test
  void pdbHasOneAtomARowInItsColumns() throws IOException {
    StringBuilder pdb = new StringBuilder();
    PdbWriter.write(TARGETS.get(0), Coordinates.of(new double[] {1, -2, 3.5, 4, 5, 6}), pdb);
    assertThat(pdb.toString())
        .isEqualTo(
            "ATOM      1  C1'   G A   1       1.000  -2.000   3.500  1.00  0.00           C  \n"
                + "ATOM      2  C1'   C A   2       4.000   5.000   6.000  1.00  0.00           C "
                + " \n"
                + "TER\n"
                + "END\n");
  }

  private static final class SubmissionWriterHarness {
    void write(Coordinates guess, int count) throws IOException {
      try (SubmissionWriter writer = new SubmissionWriter(new StringWriter())) {
        writer.write("R_1", new Sequence("GC"), Collections.nCopies(count, guess));
      }
    }
  }

  private static String written() throws IOException {
    StringWriter text = new StringWriter();
    try (SubmissionWriter writer = new SubmissionWriter(text)) {
      Coordinates far = Coordinates.of(new double[] {-5000, -0.0001, 1.2345001, 5e5, -1.5, 0});
      writer.write("R_1", TARGETS.get(0).sequence(), Collections.nCopies(5, far));
      Coordinates near = Coordinates.of(new double[9]);
      writer.write("R_1_1", TARGETS.get(1).sequence(), Collections.nCopies(5, near));
    }
    return text.toString();
  }

  private static List<String> problems(String text) {
    List<String> problems = new ArrayList<>();
    SubmissionValidator.validate(
        source(text), TARGETS, problem -> problems.add(problem.toString()));
    return problems;
  }

  private static RnaTarget target(String id, String letters) {
    return RnaTarget.ofOneChain(id, new Sequence(letters), LocalDate.MAX);
  }

  private static TextSource source(String text) {
    return new TextSource("submission.csv", new StringReader(text));
  }
}
