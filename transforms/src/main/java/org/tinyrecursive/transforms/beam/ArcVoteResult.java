package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.arc.vote.Candidate;
import org.tinyrecursive.transforms.arc.vote.Tally;
import org.tinyrecursive.transforms.arc.vote.VotedQuestion;

/**
 * What was voted on a test input, as it leaves the pipeline.
 *
 * @param index place of the test input among all
 * @param votes predictions that voted
 * @param candidates different answers
 * @param place of the right answer, from 1; 0 if not voted for, or not known
 * @param best the first few candidates
 */
public record ArcVoteResult(int index, int votes, int candidates, int place, List<Best> best)
    implements Serializable {
  /**
   * A candidate, its grid as text.
   *
   * @param grid the answer
   * @param votes for it
   * @param confidence mean of its votes
   */
  public record Best(String grid, int votes, double confidence) implements Serializable {}

  public ArcVoteResult {
    best = List.copyOf(best);
  }

  static ArcVoteResult of(ArcQuestion question, Tally tally) {
    VotedQuestion voted =
        VotedQuestion.of(ArcGrid.parse(question.input()), question.answerGrid(), tally.rank());
    return new ArcVoteResult(
        question.index(),
        voted.votes(),
        voted.candidates(),
        voted.place().orElse(0),
        voted.best().stream()
            .map(b -> new Best(b.grid().toString(), b.votes(), b.confidence()))
            .toList());
  }

  /** The same with its question. */
  public VotedQuestion question(ArcQuestion question) {
    return new VotedQuestion(
        ArcGrid.parse(question.input()),
        question.answerGrid(),
        votes,
        candidates,
        place == 0 ? OptionalInt.empty() : OptionalInt.of(place),
        best.stream()
            .map(b -> new Candidate(ArcGrid.parse(b.grid()), b.votes(), b.confidence()))
            .toList());
  }
}
