package org.tinyrecursive.transforms.beam;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.join.CoGbkResult;
import org.apache.beam.sdk.values.KV;
import org.tinyrecursive.transforms.leakage.LeakageReport.Degree;
import org.tinyrecursive.transforms.leakage.LeakageReport.Kind;
import org.tinyrecursive.transforms.leakage.LeakageReport.Match;

/** Tells which test rows of one invariant equal train rows of it. */
final class CompareRowsFn extends DoFn<KV<Long, CoGbkResult>, LeakedRow> {
  /** Train rows that are named of those that a test row equals: the first. */
  static final int NAMED = 10;

  private static final long serialVersionUID = 1;

  private final QuestionForm form;
  private final ArrayList<RawSource> sources;

  CompareRowsFn(QuestionForm form, List<RawSource> sources) {
    this.form = form;
    this.sources = new ArrayList<>(sources);
  }

  @ProcessElement
  public void processElement(
      @Element KV<Long, CoGbkResult> alike, OutputReceiver<LeakedRow> leaked) {
    List<PuzzleRow> train = sorted(alike.getValue().getAll(FindLeakedRows.TRAIN));
    List<PuzzleRow> test = sorted(alike.getValue().getAll(FindLeakedRows.TEST));
    if (train.isEmpty() || test.isEmpty()) {
      return;
    }
    Map<ByteBuffer, List<String>> exact = names(train, row -> ByteBuffer.wrap(row.question()));
    Map<String, List<String>> symmetric = null;
    for (PuzzleRow row : test) {
      List<String> equal = exact.get(ByteBuffer.wrap(row.question()));
      if (equal != null) {
        leaked.output(leaked(row, Degree.EXACT, equal));
        continue;
      }
      if (symmetric == null) {
        symmetric = names(train, learned -> form.canonical(learned.question()));
      }
      List<String> copies = symmetric.get(form.canonical(row.question()));
      if (copies != null) {
        leaked.output(leaked(row, Degree.SYMMETRIC, copies));
      }
    }
  }

  private LeakedRow leaked(PuzzleRow row, Degree degree, List<String> train) {
    return new LeakedRow(
        row.sourceIndex(),
        row.line(),
        new Match(Kind.EXAMPLE, degree, name(row), List.copyOf(train)));
  }

  /** Names of the first rows of every form. */
  private <F> Map<F, List<String>> names(List<PuzzleRow> rows, Function<PuzzleRow, F> formOf) {
    Map<F, List<String>> names = new HashMap<>();
    for (PuzzleRow row : rows) {
      List<String> named = names.computeIfAbsent(formOf.apply(row), none -> new ArrayList<>());
      if (named.size() < NAMED) {
        named.add(name(row));
      }
    }
    return names;
  }

  private String name(PuzzleRow row) {
    return sources.get(row.sourceIndex()).name() + ":" + row.line();
  }

  private static List<PuzzleRow> sorted(Iterable<PuzzleRow> rows) {
    List<PuzzleRow> sorted = new ArrayList<>();
    rows.forEach(sorted::add);
    sorted.sort(PuzzleRow.BY_ORIGIN);
    return sorted;
  }
}
