package org.tinyrecursive.pipelines.score;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.PCollectionView;
import org.tinyrecursive.pipelines.runner.HandoverFile;
import org.tinyrecursive.rna.score.TargetScore;

/**
 * Brings the scores out of the pipeline: writes them where whoever started it reads them, also
 * where there are none. Its one element says only that it is time.
 */
final class WriteTargetScoresFn extends DoFn<Integer, Void> {
  private static final long serialVersionUID = 1;

  private final HandoverFile file;
  private final PCollectionView<List<TargetScore>> scores;

  WriteTargetScoresFn(HandoverFile file, PCollectionView<List<TargetScore>> scores) {
    this.file = file;
    this.scores = scores;
  }

  @ProcessElement
  public void processElement(ProcessContext context) throws IOException {
    List<TargetScore> sorted = new ArrayList<>(context.sideInput(scores));
    sorted.sort(Comparator.comparing(TargetScore::targetId));
    TargetScoresJson.write(file, sorted);
  }
}
