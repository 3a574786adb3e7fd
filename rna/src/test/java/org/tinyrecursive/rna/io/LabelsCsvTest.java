package org.tinyrecursive.rna.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.rna.structure.ReferenceStructures;
import org.tinyrecursive.transforms.InputRefusedException;

class LabelsCsvTest {
  private static final String HEADER = "ID,resname,resid,x_1,y_1,z_1,x_2,y_2,z_2\n";

  @Test
  void readsEveryStructureOfEveryTarget() {
    List<ReferenceStructures> read =
        read(
            HEADER
                + "7XYZ_A_1,G,1,1,2,3,4,5,6\n7XYZ_A_2,C,2,7,8,9,10,11,12\n"
                + "B_1,u,1,1.5,-2e1,3,4,5,6\n");
    assertThat(read).extracting(ReferenceStructures::targetId).containsExactly("7XYZ_A", "B");
    assertThat(read.get(0).sequence().letters()).isEqualTo("GC");
    assertThat(read.get(0).structures()).hasSize(2);
    assertThat(read.get(0).structures().get(1).z(1)).isEqualTo(12);
    assertThat(read.get(1).sequence().letters()).isEqualTo("U");
    assertThat(read.get(1).first().y(0)).isEqualTo(-20);
  }

  @Test
  void takesEmptyNanAndTheSentinelAsMissing() {
    ReferenceStructures read =
        read(HEADER
                + "A_1,G,1,,,,-1e18,-1e18,-1e18\n"
                + "A_2,G,2,NaN,1,2,-1e+18,-1e+18,-1e+18\n"
                + "A_3,G,3,1,2,3,-1e18,-1e18,-1e18\n")
            .get(0);
    assertThat(read.structures()).as("one without any position is left out").hasSize(1);
    assertThat(read.first().resolved()).isEqualTo(1);
    assertThat(read.first().isResolved(1)).isFalse();
    assertThat(read.first().x(2)).isEqualTo(1);
  }

  @Test
  void ignoresColumnsOfPartTwoAndReadsGzip() throws IOException {
    String text = "ID,resname,resid,x_1,y_1,z_1,chain,copy\nA_1,X,1,1,2,3,B,2\n";
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = packed.toByteArray();
    assertThat(LabelsCsv.readAll(TextSource.of("l.csv.gz", new ByteArrayInputStream(bytes))))
        .hasSize(1);
    TextSource cut =
        TextSource.of(
            "l.csv.gz", new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length - 12)));
    assertThatThrownBy(() -> LabelsCsv.readAll(cut))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("l.csv.gz: compressed data breaks off");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "A_2,G,2,1,2,3,4,5,6 # 2: ID is 'A_2', expected A_1: residues are out of order or missing",
        "A_1,G,1,1,2,3,4,5,6|A_1,G,1,1,2,3,4,5,6 # 3: ID 'A_1' occurs twice",
        "A_1,G,2,1,2,3,4,5,6 # 2: resid is '2', ID 'A_1' says 1",
        "A_1,G,1,1,2,3,4,five,6 # 2: y_2 of A_1 is 'five', expected a coordinate",
        "A_1,G,1,1,Infinity,3,4,5,6 # 2: y_1 of A_1 is 'Infinity'",
        "A_1,GG,1,1,2,3,4,5,6 # 2: resname of A_1 is 'GG'",
        "A_1,J,1,1,2,3,4,5,6 # 2: resname of A_1 is 'J'",
        "A1,G,1,1,2,3,4,5,6 # 2: ID is 'A1', expected <target_id>_<resid>",
        "A_1,G,1,,,,,, # 2: x_1 … of A: none of its 1 residues has a position",
        "A_1,G,1,1,2,3 # 2: has 6 fields, the header has 9",
        "A_1,G,1,1,2,3,4,5,6|B_1,G,1,1,2,3,4,5,6|A_2,G,2,1,2,3,4,5,6"
            + " # 4: ID 'A_2' continues the target that began on line 2",
      })
  void saysWhichLineAndFieldIsWrong(String rows, String expected) {
    assertThatThrownBy(() -> read(HEADER + rows.replace('|', '\n') + "\n"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("labels.csv:" + expected.replaceFirst("^(\\d+): ", "$1: "));
  }

  @Test
  void goesOnAfterATargetThatIsWrong() {
    List<RecordProblem> problems = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    LabelsCsv.read(
        source(
            HEADER
                + "A_1,G,1,bad,2,3,4,5,6\nA_2,G,2,bad,2,3,4,5,6\nB_1,G,1,1,2,3,4,5,6\n"
                + "C_2,G,2,1,2,3,4,5,6\n"),
        target -> targets.add(target.value().targetId() + "@" + target.line()),
        problems::add);
    assertThat(targets).containsExactly("B@4");
    assertThat(problems).as("one for each target").extracting(RecordProblem::line).contains(2L, 5L);
    assertThat(problems).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "ID,resname,x_1,y_1,z_1 # has no column 'resid'",
        "ID,resname,resid,x_1,z_1,y_1 # has 'y_1' not where it belongs",
        "ID,resname,resid # has no column 'x_1'",
        "ID,resname,resid,x_1,y_1,z_1,ID # names the column 'ID' twice",
      })
  void refusesAnotherHeader(String header, String expected) {
    assertThatThrownBy(() -> read(header + "\n"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("labels.csv:1: header " + expected);
  }

  private static List<ReferenceStructures> read(String text) {
    return LabelsCsv.readAll(source(text));
  }

  private static TextSource source(String text) {
    return new TextSource("labels.csv", new StringReader(text));
  }
}
