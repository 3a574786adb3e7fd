package org.tinyrecursive.rna.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.rna.io.TextSource;
import org.tinyrecursive.transforms.InputRefusedException;

class LibraryBuildTest {
  private static final String SEQUENCES =
      """
      target_id,sequence,temporal_cutoff,description,all_sequences
      T1,GGGAAACCC,2014-01-01,,
      T2,AAAAAAAAA,2013-01-01,,
      """;

  @Test
  void takesEveryTargetThatHasAStructure() {
    TemplateLibrary library = build(labels("T1", "GGGAAACCC"));
    assertThat(library.chains()).hasSize(1);
    assertThat(library.chains().get(0).id()).isEqualTo("T1");
    assertThat(library.chains().get(0).released()).hasToString("2014-01-01");
  }

  @Test
  void refusesLabelsWithoutASequence() {
    assertThatThrownBy(() -> build(labels("T9", "GGGAAACCC")))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("labels.csv:2: target T9 has labels but is not in sequences.csv");
  }

  @Test
  void refusesLabelsOfAnotherLength() {
    assertThatThrownBy(() -> build(labels("T1", "GGGAAACC")))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("T1 has 8 residues in the labels, 9 in sequences.csv");
  }

  private static TemplateLibrary build(String labels) {
    return LibraryBuild.fromCsv(
        new TextSource("sequences.csv", new StringReader(SEQUENCES)),
        new TextSource("labels.csv", new StringReader(labels)));
  }

  private static String labels(String id, String letters) {
    StringBuilder rows = new StringBuilder("ID,resname,resid,x_1,y_1,z_1\n");
    for (int i = 1; i <= letters.length(); i++) {
      rows.append("%s_%d,%s,%d,%d,0,1%n".formatted(id, i, letters.charAt(i - 1), i, 5 * i));
    }
    return rows.toString();
  }
}
