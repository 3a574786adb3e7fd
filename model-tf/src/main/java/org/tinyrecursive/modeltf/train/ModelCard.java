package org.tinyrecursive.modeltf.train;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.config.RecipeJson;
import org.tinyrecursive.transforms.statistics.WilsonInterval;

/** {@code model-card.md}: what a run trained, on what, how, and how well it does. */
final class ModelCard {
  private final TrainRun run;
  private final TrainingData data;
  private final List<TrainEngine.ParameterCount> parameters;
  private final int devices;
  private final Host host;

  ModelCard(TrainRun run, TrainingData data, TrainEngine engine, Host host) {
    this.run = run;
    this.data = data;
    this.parameters = List.copyOf(engine.parameterCounts());
    this.devices = engine.deviceCount();
    this.host = host;
  }

  /** Writes the card, replacing an earlier one at once. */
  void write(Path file, TrainResult result) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.write(fresh, text(result).getBytes(StandardCharsets.UTF_8));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private String text(TrainResult result) {
    Recipe recipe = run.recipe();
    StringBuilder card = new StringBuilder();
    card.append("# %s\n\n%s\n\n".formatted(recipe.name(), recipe.description()));
    card.append("A Tiny Recursive Model (arXiv 2510.04871). Apache-2.0.\n\n## Training\n\n");
    row(card, "what", "value");
    row(card, "---", "---");
    row(card, "ended", result.end().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    row(card, "optimizer steps", Long.toString(result.step()));
    row(card, "epochs", String.format(Locale.ROOT, "%.2f", result.epoch()));
    row(card, "wall time, seconds", String.format(Locale.ROOT, "%.0f", result.elapsedSeconds()));
    row(card, "device hours", hours(result.elapsedSeconds()));
    row(card, "seed", Long.toString(recipe.train().seed()));
    parameters.forEach(
        part -> row(card, "parameters, " + part.part(), Long.toString(part.values())));
    run.versions().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(version -> row(card, version.getKey(), version.getValue()));
    machine(card);
    dataset(card);
    scores(card, result);
    card.append("\n## Settings\n\n```\n");
    RecipeJson.settings(recipe)
        .forEach(s -> card.append("%s: %s\n".formatted(s.getKey(), s.getValue())));
    return card.append("```\n").toString();
  }

  private String hours(double seconds) {
    return String.format(
        Locale.ROOT,
        "%.3f (%s)",
        devices * seconds / 3600,
        devices == 1 ? "one device" : devices + " devices");
  }

  private void machine(StringBuilder card) {
    card.append("\n## Machine of the last part\n\n");
    row(card, "what", "value");
    row(card, "---", "---");
    row(card, "processor", host.processor());
    row(card, "cores", Integer.toString(host.cores()));
    host.memoryBytes()
        .ifPresent(
            bytes -> row(card, "memory", String.format(Locale.ROOT, "%.1f GB", bytes / 1e9)));
    row(card, "GPUs", host.gpus().isEmpty() ? "none" : String.join(", ", host.gpus()));
  }

  private void dataset(StringBuilder card) {
    DataShape shape = data.shape();
    card.append("\n## Data\n\n");
    row(card, "what", "value");
    row(card, "---", "---");
    row(card, "dataset manifest SHA-256", data.sha256());
    row(card, "train groups", Integer.toString(data.train().groupCount()));
    row(card, "train examples", Integer.toString(data.train().exampleCount()));
    row(
        card,
        "test examples",
        data.test().map(test -> Integer.toString(test.exampleCount())).orElse("none"));
    row(card, "tokens per example", Integer.toString(shape.seqLen()));
    row(card, "token values", Integer.toString(shape.vocabSize()));
    row(card, "puzzle identifiers", Integer.toString(shape.numPuzzleIdentifiers()));
  }

  private static void scores(StringBuilder card, TrainResult result) {
    card.append("\n## Scores on the test split\n\n");
    result
        .best()
        .ifPresent(
            best ->
                card.append(
                    String.format(
                        Locale.ROOT,
                        "Best evaluation: exact accuracy %.4f at step %d. It was chosen among the evaluations on these examples, which flatters it.\n",
                        best.exactAccuracy(),
                        best.step())));
    if (result.evaluation().isEmpty()) {
      card.append("No evaluation was made in the last part of the run.\n");
      return;
    }
    Evaluation last = result.evaluation().get();
    card.append(
        "Last evaluation, at step %d, on %d examples:\n\n".formatted(last.step(), last.examples()));
    card.append("| weights | cell | exact | 95 % interval of exact | q_halt | lm loss |\n");
    card.append("| --- | --- | --- | --- | --- | --- |\n");
    weights(card, "raw", last.raw(), last.examples());
    last.ema().ifPresent(ema -> weights(card, "average (EMA)", ema, last.examples()));
    card.append("\nThe interval (Wilson) says how far the score may be off for the number of");
    card.append(" examples; not how other seeds would scatter.\n");
    card.append("\nExact accuracy after each supervision step: ");
    card.append(
        last.exported().exactAccuracyByStep().stream()
            .map(value -> String.format(Locale.ROOT, "%.4f", value))
            .toList());
    card.append(".\n");
  }

  private static void weights(StringBuilder card, String name, Scores scores, long examples) {
    WilsonInterval interval =
        WilsonInterval.of(Math.round(scores.exactAccuracy() * examples), examples);
    card.append(
        String.format(
            Locale.ROOT,
            "| %s | %.4f | %.4f | %.4f to %.4f | %.4f | %.4f |\n",
            name,
            scores.cellAccuracy(),
            scores.exactAccuracy(),
            interval.low(),
            interval.high(),
            scores.qHaltAccuracy(),
            scores.lmLoss()));
  }

  private static void row(StringBuilder card, String what, String value) {
    card.append("| %s | %s |\n".formatted(what, value));
  }
}
