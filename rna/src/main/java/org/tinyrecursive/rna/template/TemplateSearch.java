package org.tinyrecursive.rna.template;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tinyrecursive.rna.align.AffineAligner;
import org.tinyrecursive.rna.align.Alignment;
import org.tinyrecursive.rna.align.AlignmentScores;
import org.tinyrecursive.rna.align.KmerProfile;
import org.tinyrecursive.rna.align.ResidueStates;

/**
 * Searches a library for structures that resemble a target: chains released before its cutoff are
 * ordered by shared words and likeness of length, aligned in that order until the work allowed is
 * spent, and ranked by score.
 */
public final class TemplateSearch {
  /** Cells of alignment tables per target: all of a library of 5,000 chains for most targets. */
  private static final long MOST_CELLS = 300_000_000L;

  /** Largest table, in cells of one byte. */
  private static final long LARGEST_TABLE = 200_000_000L;

  /** Of the target's length, what a template must at least cover with aligned residues. */
  private static final double LEAST_COVERAGE = 0.3;

  private final List<Entry> entries;

  private TemplateSearch(List<Entry> entries) {
    this.entries = entries;
  }

  private record Entry(LibraryChain chain, KmerProfile words, ResidueStates states) {}

  private record Ranked(Entry entry, double likeness) {}

  /** Over all chains of a library. */
  public static TemplateSearch over(List<LibraryChain> library) {
    return new TemplateSearch(
        library.stream()
            .map(
                chain ->
                    new Entry(
                        chain, KmerProfile.of(chain.sequence()), ResidueStates.of(chain.pairs())))
            .toList());
  }

  /**
   * The best templates, best first.
   *
   * @param cutoff only chains released before this day are looked at
   * @param most length of the list, 1 and above
   */
  public List<TemplateHit> find(String target, ResidueStates states, LocalDate cutoff, int most) {
    List<TemplateHit> hits = new ArrayList<>();
    long cells = 0;
    for (Entry entry : ordered(target, cutoff)) {
      long table = (long) (target.length() + 1) * (entry.chain().sequence().length() + 1);
      if (table > LARGEST_TABLE || cells + table > MOST_CELLS) {
        continue;
      }
      cells += table;
      Alignment alignment =
          AffineAligner.align(
              target,
              states,
              entry.chain().sequence(),
              entry.states(),
              AlignmentScores.DEFAULT,
              AffineAligner.Ends.FREE);
      if (resolvedMatches(alignment, entry.chain()) >= LEAST_COVERAGE * target.length()) {
        hits.add(new TemplateHit(entry.chain(), alignment, alignment.score() / target.length()));
      }
    }
    hits.sort(
        Comparator.comparingDouble((TemplateHit hit) -> -hit.scorePerResidue())
            .thenComparing(hit -> hit.chain().id()));
    return List.copyOf(hits.subList(0, Math.min(most, hits.size())));
  }

  private List<Entry> ordered(String target, LocalDate cutoff) {
    KmerProfile words = KmerProfile.of(target);
    return entries.stream()
        .filter(entry -> entry.chain().released().isBefore(cutoff))
        .map(entry -> new Ranked(entry, likeness(words, target.length(), entry)))
        .sorted(
            Comparator.comparingDouble((Ranked ranked) -> -ranked.likeness())
                .thenComparing(ranked -> ranked.entry().chain().id()))
        .map(Ranked::entry)
        .toList();
  }

  private static double likeness(KmerProfile words, int length, Entry entry) {
    int other = entry.chain().sequence().length();
    double sizes = (double) Math.min(length, other) / Math.max(length, other);
    return words.similarity(entry.words()) + 0.5 * sizes;
  }

  private static int resolvedMatches(Alignment alignment, LibraryChain chain) {
    int count = 0;
    for (int residue : alignment.templateOf()) {
      count += residue >= 0 && chain.positions().isResolved(residue) ? 1 : 0;
    }
    return count;
  }
}
