package org.tinyrecursive.transforms.beam;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.beam.sdk.transforms.join.CoGbkResult;

/** What the files say about one question. */
final class JoinedQuestion {
  private final SortedSet<String> answers = new TreeSet<>();
  private final SortedSet<String> sources = new TreeSet<>();
  private final List<PredictedRow> rows = new ArrayList<>();

  private JoinedQuestion() {}

  /** The questions of a group of {@link JoinQuestions}, by their text. */
  static SortedMap<String, JoinedQuestion> of(CoGbkResult group) {
    SortedMap<String, JoinedQuestion> questions = new TreeMap<>();
    for (KnownAnswer answer : group.getAll(JoinQuestions.ANSWERS)) {
      JoinedQuestion question = question(questions, answer.question());
      question.answers.add(answer.answer());
      question.sources.add(answer.source());
    }
    for (PredictedRow row : group.getAll(JoinQuestions.ROWS)) {
      question(questions, row.question()).rows.add(row);
    }
    return questions;
  }

  private static JoinedQuestion question(SortedMap<String, JoinedQuestion> questions, String text) {
    return questions.computeIfAbsent(text, t -> new JoinedQuestion());
  }

  /** The different answers given, in order. */
  SortedSet<String> answers() {
    return answers;
  }

  /** Where the puzzle comes from: the first in order, where several sources have it. */
  String source() {
    return sources.isEmpty() ? "" : sources.first();
  }

  /** Its predictions. */
  List<PredictedRow> rows() {
    return rows;
  }
}
