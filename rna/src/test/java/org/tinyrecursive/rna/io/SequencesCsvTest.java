package org.tinyrecursive.rna.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.rna.structure.ChainSpan;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.transforms.InputRefusedException;

class SequencesCsvTest {
  private static final String PART_ONE =
      "target_id,sequence,temporal_cutoff,description,all_sequences\n";
  private static final String PART_TWO =
      "target_id,sequence,temporal_cutoff,description,stoichiometry,all_sequences\n";

  @Test
  void readsQuotedFastaWithLineBreaks() {
    List<RnaTarget> read =
        read(
            PART_ONE
                + "R1,GGcA,2022-05-28,\"two\nlines, and a \"\"quote\"\"\",\">1|Chain A|x\nGGCA\"\n"
                + "1SCL_A,NXU-,1995-01-26,,\n");
    assertThat(read).hasSize(2);
    assertThat(read.get(0).sequence().letters()).isEqualTo("GGCA");
    assertThat(read.get(0).cutoff()).isEqualTo(LocalDate.of(2022, 5, 28));
    assertThat(read.get(0).description()).isEqualTo("two\nlines, and a \"quote\"");
    assertThat(read.get(1).chains()).containsExactly(new ChainSpan("A", 1, 0, 4));
  }

  @Test
  void dividesTheSequenceByStoichiometry() {
    String fasta =
        "\">9X_1|Chains A, B[auth R]|first\nGGC\nA\n>9X_2|Chain P|protein\nMKL*\n"
            + ">9X_3|Chain C[auth D]|second\nUUN\n\"";
    List<RnaTarget> read = read(PART_TWO + "T,GGCAGGCAUUA,2025-01-01,,A:2;D:1," + fasta + "\n");
    assertThat(read.get(0).chains())
        .containsExactly(
            new ChainSpan("A", 1, 0, 4), new ChainSpan("A", 2, 4, 8), new ChainSpan("D", 1, 8, 11));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "GGCAGGCU # A:2 # sequence of T has 'U' at 8, its FASTA has 'A' at 4 of copy 2 of chain A",
        "GGCAGG # A:2 # sequence of T has the end at 7, its FASTA has 'C' at 3 of copy 2",
        "GGCAGGCAG # A:2 # stoichiometry of T A:2 gives 8 residues, the sequence has 9",
        "GGCA # B:1 # all_sequences of T has no chain B of stoichiometry B:1, found: A",
        "GGCA # A=1 # stoichiometry of T is 'A=1', expected chains with copies such as A:2;B:1",
        "GGCA # A:0 # stoichiometry of T is 'A:0'",
        "GGCA # A:1;A:1 # stoichiometry of T is 'A:1;A:1'",
      })
  void findsFastaThatContradictsTheStoichiometry(String sequence, String chains, String expected) {
    assertThatThrownBy(
            () ->
                read(
                    "%sT,%s,2025-01-01,,%s,\">9X_1|Chain A|x\nGGCA\"\n"
                        .formatted(PART_TWO, sequence, chains)))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("sequences.csv:2: " + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "A,GGZC,2022-01-01,, # 2: sequence of A has 'Z' at 3, allowed: nucleotide codes ACGU",
        "A,,2022-01-01,, # 2: sequence of A is empty",
        "A,GG,2022-02-30,, # 2: temporal_cutoff of A is '2022-02-30', expected a date",
        "A,GG,soon,, # 2: temporal_cutoff of A is 'soon'",
        ",GG,2022-01-01,, # 2: target_id is empty",
        "A,GG,2022-01-01,,|A,GG,2022-01-01,, # 3: target_id 'A' is on line 2 already",
        "A,GG,2022-01-01 # 2: has 3 fields, the header has 5",
      })
  void saysWhichLineAndFieldIsWrong(String rows, String expected) {
    assertThatThrownBy(() -> read(PART_ONE + rows.replace('|', '\n') + "\n"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("sequences.csv:" + expected);
  }

  @Test
  void readsTheLongestSequence() {
    String letters = "ACGU".repeat(31_395);
    assertThat(read("target_id,sequence\nlong," + letters + "\n").get(0).sequence().length())
        .isEqualTo(125_580);
  }

  @Test
  void aTargetWithoutADateColumnHasNoLimit() {
    assertThat(read("sequence,target_id\nGG,A\n").get(0).cutoff()).isEqualTo(LocalDate.MAX);
  }

  @Test
  void readsFastaAsTargets() {
    TextSource source =
        new TextSource("q.fasta", new StringReader(">one first|x\nGGCA\nUU\n\n>two\nNNu\n"));
    assertThat(Fasta.readTargets(source))
        .extracting(target -> target.id() + "=" + target.sequence())
        .containsExactly("one=GGCAUU", "two=NNU");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        ">a|GGEC # 2: sequence has 'E' at 3, allowed: ACGU",
        "GGC # 1: has letters before the first '>' line",
        ">a|>b|GG # 1: sequence has no letter",
        ">a|GG|>a|GG # 3: header names 'a' as line 1 does",
      })
  void saysWhatIsWrongWithFasta(String text, String expected) {
    TextSource source = new TextSource("q.fasta", new StringReader(text.replace('|', '\n')));
    assertThatThrownBy(() -> Fasta.readTargets(source))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("q.fasta:" + expected);
  }

  private static List<RnaTarget> read(String text) {
    return SequencesCsv.readAll(new TextSource("sequences.csv", new StringReader(text)));
  }
}
