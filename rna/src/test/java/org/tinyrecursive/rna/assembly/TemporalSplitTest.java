package org.tinyrecursive.rna.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.rna.Golden;
import org.tinyrecursive.rna.dataset.LabelledTarget;
import org.tinyrecursive.rna.io.TextSource;
import org.tinyrecursive.rna.score.MeanInterval;
import org.tinyrecursive.rna.score.TmMode;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.rna.template.TemporalSplit;

/**
 * The methods beside each other on chains that became known later than everything they build on;
 * writes the table of docs/rna-prediction.md.
 */
@Tag("slow")
class TemporalSplitTest {
  private static final Path DATA = Golden.data();
  private static final int GUESSES = 5;

  private final Map<String, List<double[]>> scores = new LinkedHashMap<>();

  @Test
  void mixedGuessesBeatEveryMethodAlone() throws IOException {
    assumeThat(Files.isDirectory(DATA)).as("%s is absent", DATA).isTrue();
    TemporalSplit split =
        TemporalSplit.of(
            List.of(
                new TemporalSplit.Files(
                    TextSource.open(DATA.resolve("dev_sequences.csv")),
                    TextSource.open(DATA.resolve("dev_labels.csv")))),
            LocalDate.of(2017, 12, 31),
            TemporalSplit.Lengths.DEFAULT);
    StructurePredictor predictor = StructurePredictor.of(split.library());
    for (LabelledTarget known : split.toPredict()) {
      RnaTarget target = known.target();
      int length = target.sequence().length();
      add("straight line", known, List.of(SimpleModels.straightLine(length)));
      add("folded hairpin", known, List.of(SimpleModels.foldedHairpin(length)));
      add(
          "copied chains of similar length",
          known,
          SimpleModels.copiedChains(split.library(), length, target.cutoff()));
      CandidatePool all = predictor.pool(target, GUESSES, 0);
      List<Candidate> templates = all.only(Candidate.Origin.TEMPLATE).candidates();
      add("templates only", known, positions(templates.subList(0, Math.min(5, templates.size()))));
      add("assembly only", known, guesses(all.only(Candidate.Origin.ASSEMBLED)));
      add("mixed", known, guesses(all));
    }
    Path table = Path.of("target", "rna-validation.md");
    Files.writeString(table, table());
    double mixed = mean("mixed", 1);
    for (String method : scores.keySet()) {
      assertThat(mixed).as(method + "\n" + table()).isGreaterThanOrEqualTo(mean(method, 1));
    }
  }

  private static List<double[]> guesses(CandidatePool pool) {
    return positions(StructurePredictor.agreed(pool, StructurePredictor.choose(pool, GUESSES)));
  }

  private static List<double[]> positions(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::xyz).toList();
  }

  /** Keeps the score of the first guess and the best of all. */
  private void add(String method, LabelledTarget known, List<double[]> guesses) {
    double[] firstAndBest = new double[2];
    for (int k = 0; k < guesses.size(); k++) {
      double score =
          TmMode.ALIGNED
              .score(
                  known.target().sequence(),
                  Coordinates.of(guesses.get(k)),
                  known.references().first())
              .value();
      firstAndBest[0] = k == 0 ? score : firstAndBest[0];
      firstAndBest[1] = Math.max(firstAndBest[1], score);
    }
    scores.computeIfAbsent(method, name -> new ArrayList<>()).add(firstAndBest);
  }

  private double mean(String method, int which) {
    return scores.get(method).stream().mapToDouble(each -> each[which]).average().orElseThrow();
  }

  private String table() {
    StringBuilder table =
        new StringBuilder("| method | first guess | best of five |\n| --- | --- | --- |\n");
    for (String method : scores.keySet()) {
      table.append(
          String.format(
              Locale.ROOT, "| %s | %s | %s |%n", method, cell(method, 0), cell(method, 1)));
    }
    int targets = scores.values().iterator().next().size();
    return table.append(targets).append(" targets\n").toString();
  }

  private String cell(String method, int which) {
    double[] values = scores.get(method).stream().mapToDouble(each -> each[which]).toArray();
    MeanInterval interval = MeanInterval.of(values, 1);
    return String.format(
        Locale.ROOT, "%.3f (%.3f–%.3f)", interval.mean(), interval.low(), interval.high());
  }
}
