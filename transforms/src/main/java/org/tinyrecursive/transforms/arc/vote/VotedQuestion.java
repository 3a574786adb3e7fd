package org.tinyrecursive.transforms.arc.vote;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.tinyrecursive.transforms.arc.ArcGrid;

/**
 * A test input after the vote.
 *
 * @param input the question
 * @param answer the right one; empty if it is not known
 * @param votes predictions that voted
 * @param candidates different answers voted for
 * @param place of the right answer among them, from 1; empty if not voted for, or not known
 * @param best the first few candidates
 */
public record VotedQuestion(
    ArcGrid input,
    Optional<ArcGrid> answer,
    int votes,
    int candidates,
    OptionalInt place,
    List<Candidate> best) {
  /** Candidates kept of every question, at most. */
  public static final int KEPT = 10;

  /** What is submitted where nothing was predicted: a grid must be there, and this one is valid. */
  public static final ArcGrid NOTHING = ArcGrid.parse("0");

  public VotedQuestion {
    best = List.copyOf(best);
  }

  /** A question and what was voted. */
  public static VotedQuestion of(ArcGrid input, Optional<ArcGrid> answer, Ranking ranking) {
    return new VotedQuestion(
        input,
        answer,
        ranking.votes(),
        ranking.candidates().size(),
        answer.map(ranking::placeOf).orElse(OptionalInt.empty()),
        ranking.best(KEPT));
  }

  /** Whether the right answer is among the first {@code k} candidates. */
  public boolean passesAt(int k) {
    return place.isPresent() && place.getAsInt() <= k;
  }

  /** What is submitted, best first; fewer candidates: the first again. */
  public List<ArcGrid> attempts() {
    ArcGrid first = best.isEmpty() ? NOTHING : best.get(0).grid();
    return List.of(first, best.size() < 2 ? first : best.get(1).grid());
  }
}
