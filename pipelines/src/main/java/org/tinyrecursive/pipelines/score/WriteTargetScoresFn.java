package org.tinyrecursive.pipelines.score;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;
import org.tinyrecursive.rna.score.TargetScore;

/** Brings the scores out of the pipeline: writes them where whoever started it reads them. */
final class WriteTargetScoresFn extends DoFn<KV<Integer, Iterable<TargetScore>>, Void> {
  private static final long serialVersionUID = 1;

  private final String file;

  WriteTargetScoresFn(String file) {
    this.file = file;
  }

  @ProcessElement
  public void processElement(@Element KV<Integer, Iterable<TargetScore>> scores)
      throws IOException {
    List<TargetScore> sorted = new ArrayList<>();
    scores.getValue().forEach(sorted::add);
    sorted.sort(Comparator.comparing(TargetScore::targetId));
    TargetScoresJson.write(Path.of(file), sorted);
  }
}
