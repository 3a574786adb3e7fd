package org.tinyrecursive.transforms.arc.vote;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.tinyrecursive.transforms.arc.ArcGrid;

/**
 * The candidates of a question, best first: by votes, then by mean confidence, then by which was
 * seen first.
 *
 * @param candidates all of them, no grid twice
 */
public record Ranking(List<Candidate> candidates) {
  public Ranking {
    candidates = List.copyOf(candidates);
  }

  /** Votes for all candidates. */
  public int votes() {
    return candidates.stream().mapToInt(Candidate::votes).sum();
  }

  /** The place of an answer, from 1; empty if nothing voted for it. */
  public OptionalInt placeOf(ArcGrid answer) {
    return IntStream.range(0, candidates.size())
        .filter(i -> candidates.get(i).grid().equals(answer))
        .map(i -> i + 1)
        .findFirst();
  }

  /** The best {@code count} candidates, or all where there are fewer. */
  public List<Candidate> best(int count) {
    return candidates.subList(0, Math.min(count, candidates.size()));
  }
}
