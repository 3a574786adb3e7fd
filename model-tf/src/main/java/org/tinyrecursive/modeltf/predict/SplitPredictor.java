package org.tinyrecursive.modeltf.predict;

import java.io.IOException;
import java.util.Arrays;
import org.tinyrecursive.modeltf.graph.RowStarts;
import org.tinyrecursive.modeltf.graph.StepAnswers;
import org.tinyrecursive.modeltf.train.Batch;
import org.tinyrecursive.modeltf.train.BatchReader;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Split;
import org.tinyrecursive.transforms.prediction.Prediction;

/**
 * Predicts ranges of a split. Every example has a row of the batch to itself until its answer is
 * found; the row then takes the next example, so that none waits for its neighbours. For one
 * thread.
 */
public final class SplitPredictor implements AutoCloseable {
  private final Predictor model;
  private final SearchSettings settings;
  private final AnswerCheck check;
  private final BatchReader reader;
  private final Batch batch;
  private final AnswerSearch[] rows;
  private final RowStarts starts;

  /** Predicts by one rollout of all the model's steps. */
  public SplitPredictor(Predictor model, Split split) {
    this(model, split, SearchSettings.PLAIN, AnswerCheck.NONE);
  }

  /**
   * @param model that was loaded for noise, if the settings want any
   * @param split whose tokens the model understands
   * @param check of answers, for settings that prefer valid ones
   */
  public SplitPredictor(Predictor model, Split split, SearchSettings settings, AnswerCheck check) {
    this.model = model;
    this.settings = settings.orSteps(model.haltMaxSteps());
    this.check = check;
    reader = BatchReader.of(split, model.data());
    batch = reader.allocate(model.batchSize());
    rows = new AnswerSearch[batch.rows()];
    starts = new RowStarts(batch.rows());
  }

  /**
   * Predicts the examples {@code first} … {@code first + count} − 1; the sink receives them in
   * order.
   *
   * @return how many are right, and what they cost
   * @throws InputRefusedException if an example is of a puzzle that the model's table lacks
   */
  public SearchCounts predict(int first, int count, PredictionSink sink) throws IOException {
    OrderedSink ordered = new OrderedSink(first, sink);
    SearchCounts counts = SearchCounts.EMPTY;
    Arrays.fill(rows, null);
    int next = first;
    while (true) {
      next = refill(next, first + count);
      if (!prepare()) {
        return counts;
      }
      StepAnswers answers = model.step(batch, starts);
      for (int row = 0; row < rows.length; row++) {
        if (rows[row] != null && accept(row, answers)) {
          counts = counts.plus(SearchCounts.of(rows[row], labelled(row)));
          ordered.accept(prediction(rows[row], labelled(row)));
          rows[row] = null;
        }
      }
    }
  }

  /** Gives every free row an example, as long as there are any; returns the next one. */
  private int refill(int next, int end) {
    int example = next;
    for (int row = 0; row < rows.length && example < end; row++) {
      if (rows[row] == null) {
        reader.fillRow(batch, row, example);
        int identifier = checkIdentifier(example, batch.puzzleIdentifiers()[row]);
        rows[row] = new AnswerSearch(settings, check, example, question(row), identifier);
        example++;
      }
    }
    return example;
  }

  private int checkIdentifier(int example, int identifier) {
    int known = model.data().numPuzzleIdentifiers();
    if (model.checkpoint().state().recipe().model().puzzleEmbNdim() == 0) {
      return identifier;
    }
    if (model.hasPuzzleEmbedding() && (identifier < 0 || identifier >= known)) {
      throw new InputRefusedException(
          "example %d has puzzle identifier %d, the checkpoint's table has the rows 0 to %d; predict with a checkpoint of this dataset"
              .formatted(example, identifier, known - 1));
    }
    return identifier;
  }

  /** Whether any row has an example. */
  private boolean prepare() {
    boolean any = false;
    for (int row = 0; row < rows.length; row++) {
      if (rows[row] != null) {
        rows[row].prepare(starts, row);
        any = true;
      }
    }
    return any;
  }

  private boolean accept(int row, StepAnswers answers) {
    byte[] tokens = new byte[batch.seqLen()];
    int right = 0;
    for (int i = 0; i < tokens.length; i++) {
      int at = row * tokens.length + i;
      tokens[i] = (byte) answers.predictions()[at];
      right += answers.predictions()[at] == batch.labels()[at] ? 1 : 0;
    }
    return rows[row].accept(tokens, answers.qHalt()[row], right);
  }

  private int labelled(int row) {
    int labelled = 0;
    for (int i = row * batch.seqLen(); i < (row + 1) * batch.seqLen(); i++) {
      labelled += batch.labels()[i] == Batch.IGNORE_LABEL ? 0 : 1;
    }
    return labelled;
  }

  private byte[] question(int row) {
    byte[] tokens = new byte[batch.seqLen()];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = (byte) batch.inputs()[row * tokens.length + i];
    }
    return tokens;
  }

  private static Prediction prediction(AnswerSearch search, int labelled) {
    Candidate answer = search.answer();
    return new Prediction(
        search.example(),
        search.question(),
        answer.tokens(),
        labelled > 0 && answer.right() == labelled,
        answer.qHalt(),
        search.spent(),
        search.identifier(),
        answer.valid());
  }

  @Override
  public void close() {
    reader.close();
  }
}
