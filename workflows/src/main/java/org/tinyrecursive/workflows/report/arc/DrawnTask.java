package org.tinyrecursive.workflows.report.arc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tinyrecursive.transforms.arc.ArcPair;
import org.tinyrecursive.transforms.arc.vote.Candidate;
import org.tinyrecursive.transforms.arc.vote.VotedQuestion;
import org.tinyrecursive.transforms.arc.vote.VotedTask;

/**
 * A task as the page has it; grids are text that the page's script draws.
 *
 * @param id of the task
 * @param verdict how it ended, for the style sheet: right, half, wrong or open
 * @param outcome the same for people
 * @param pairs what it shows
 * @param more pairs that are left out
 * @param questions what it asks
 */
record DrawnTask(
    String id,
    String verdict,
    String outcome,
    List<Pair> pairs,
    int more,
    List<Question> questions) {
  /** Pairs drawn of a task at most: tasks of our own may have hundreds. */
  private static final int MOST_PAIRS = 6;

  /** Candidates drawn of a question at most. */
  private static final int MOST_CANDIDATES = 6;

  /** A demonstration. */
  record Pair(String input, String output) {}

  /**
   * A test input.
   *
   * @param answer empty if not known
   * @param note how many votes for how many candidates
   */
  record Question(String input, String answer, String note, List<Drawn> candidates) {}

  /**
   * A candidate.
   *
   * @param verdict for the style sheet: right, wrong or open
   * @param label its attempt and votes
   */
  record Drawn(String grid, String verdict, String label) {}

  static DrawnTask of(VotedTask voted) {
    List<ArcPair> train = voted.task().train();
    boolean known = voted.questions().stream().allMatch(q -> q.answer().isPresent());
    long right = voted.questions().stream().filter(q -> q.passesAt(2)).count();
    return new DrawnTask(
        voted.task().id(),
        !known
            ? "open"
            : right == voted.questions().size() ? "right" : right > 0 ? "half" : "wrong",
        !known
            ? "answer unknown"
            : "%d of %d right in two attempts".formatted(right, voted.questions().size()),
        train.stream()
            .limit(MOST_PAIRS)
            .map(pair -> new Pair(pair.input().toString(), pair.output().toString()))
            .toList(),
        Math.max(0, train.size() - MOST_PAIRS),
        voted.questions().stream().map(DrawnTask::question).toList());
  }

  private static Question question(VotedQuestion voted) {
    List<Drawn> candidates = new ArrayList<>();
    for (Candidate candidate :
        voted.best().subList(0, Math.min(MOST_CANDIDATES, voted.best().size()))) {
      String verdict =
          voted.answer().isEmpty()
              ? "open"
              : candidate.grid().equals(voted.answer().get()) ? "right" : "wrong";
      candidates.add(
          new Drawn(candidate.grid().toString(), verdict, label(candidates.size() + 1, candidate)));
    }
    return new Question(
        voted.input().toString(),
        voted.answer().map(Object::toString).orElse(""),
        note(voted),
        candidates);
  }

  private static String label(int place, Candidate candidate) {
    return String.format(
        Locale.ROOT,
        "#%d · %,d %s · %.2f",
        place,
        candidate.votes(),
        candidate.votes() == 1 ? "vote" : "votes",
        candidate.confidence());
  }

  private static String note(VotedQuestion voted) {
    if (voted.candidates() == 0) {
      return "nothing voted on it; [[0]] is submitted";
    }
    String place =
        voted.answer().isEmpty()
            ? ""
            : voted.place().isPresent()
                ? ", the answer is #" + voted.place().getAsInt()
                : ", the answer is none of them";
    return "%,d %s for %,d %s%s"
        .formatted(
            voted.votes(),
            voted.votes() == 1 ? "vote" : "votes",
            voted.candidates(),
            voted.candidates() == 1 ? "candidate" : "candidates",
            place);
  }
}
