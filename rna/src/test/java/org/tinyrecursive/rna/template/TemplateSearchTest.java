package org.tinyrecursive.rna.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.rna.align.ResidueStates;
import org.tinyrecursive.rna.fold.PairTable;

class TemplateSearchTest {
  private static final String LETTERS = "GGCACUUCGGUGCCAA";
  private static final String PAIRS = "((((......))))..";

  private final TemplateSearch search =
      TemplateSearch.over(
          List.of(
              Chains.of("same", "2015-06-01", LETTERS, PAIRS),
              Chains.of("alike", "2012-06-01", "GGCACUAAGGUGCCAU", PAIRS),
              Chains.of("other", "2010-06-01", "AUUUAAUUUAAUUUUA", "................")));

  @Test
  void ranksTheSameBeforeTheAlike() {
    List<TemplateHit> hits = find(LocalDate.of(2020, 1, 1), 5);
    assertThat(hits).extracting(hit -> hit.chain().id()).startsWith("same", "alike");
    assertThat(hits.get(0).scorePerResidue()).isGreaterThan(hits.get(1).scorePerResidue());
  }

  @Test
  void neverLooksIntoTheFuture() {
    assertThat(find(LocalDate.of(2015, 6, 1), 5))
        .isNotEmpty()
        .allMatch(hit -> hit.chain().released().isBefore(LocalDate.of(2015, 6, 1)));
    assertThat(find(LocalDate.of(2015, 6, 2), 5)).anyMatch(hit -> hit.chain().id().equals("same"));
    assertThat(find(LocalDate.of(2010, 6, 1), 5)).isEmpty();
  }

  @Test
  void returnsNoMoreThanAskedFor() {
    assertThat(find(LocalDate.of(2020, 1, 1), 1)).hasSize(1);
  }

  private List<TemplateHit> find(LocalDate cutoff, int most) {
    return search.find(LETTERS, ResidueStates.of(PairTable.parse(PAIRS)), cutoff, most);
  }
}
