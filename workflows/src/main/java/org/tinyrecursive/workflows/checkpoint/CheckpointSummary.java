package org.tinyrecursive.workflows.checkpoint;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tinyrecursive.modeltf.checkpoint.Checkpoint;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.checkpoint.TrainingState;
import org.tinyrecursive.modeltf.config.RecipeJson;
import org.tinyrecursive.modeltf.model.ModelParameters;
import org.tinyrecursive.modeltf.model.ParameterSpec;
import org.tinyrecursive.modeltf.model.ParameterSpec.Role;
import org.tinyrecursive.workflows.cli.Counted;
import org.tinyrecursive.workflows.cli.DurationText;

/** All of a checkpoint but the values; keys of the JSON result. */
record CheckpointSummary(
    String checkpoint,
    String recipe,
    String variant,
    long step,
    double epoch,
    double seconds,
    long denseParameters,
    long puzzleTableParameters,
    String datasetManifestSha256,
    int seqLen,
    int vocabSize,
    int numPuzzleIdentifiers,
    Long bestStep,
    Double bestExactAccuracy,
    Map<String, String> versions,
    Map<String, String> settings,
    List<TensorEntry> tensors) {

  /** One tensor of the model. */
  record TensorEntry(String name, String type, List<Long> shape) {}

  static CheckpointSummary of(Checkpoint checkpoint) throws IOException {
    TrainingState state = checkpoint.state();
    List<ParameterSpec> specs = ModelParameters.of(state.recipe().model(), state.dataShape());
    Map<String, String> settings = new TreeMap<>();
    RecipeJson.settings(state.recipe()).forEach(s -> settings.put(s.getKey(), s.getValue()));
    List<TensorEntry> tensors = new ArrayList<>();
    for (NamedTensor tensor : checkpoint.loadModel()) {
      tensors.add(new TensorEntry(tensor.name(), tensor.type().name(), tensor.shape()));
    }
    return new CheckpointSummary(
        checkpoint.folder().toString(),
        state.recipe().name(),
        state.recipe().model().variant().text(),
        state.step(),
        state.epoch(),
        state.elapsedSeconds(),
        values(specs, Role.DENSE),
        values(specs, Role.PUZZLE_TABLE),
        state.datasetSha256(),
        state.dataShape().seqLen(),
        state.dataShape().vocabSize(),
        state.dataShape().numPuzzleIdentifiers(),
        state.best().map(best -> best.step()).orElse(null),
        state.best().map(best -> best.exactAccuracy()).orElse(null),
        state.versions(),
        settings,
        tensors);
  }

  private static long values(List<ParameterSpec> specs, Role role) {
    return specs.stream().filter(spec -> spec.role() == role).mapToLong(ParameterSpec::size).sum();
  }

  String text() {
    StringBuilder text = new StringBuilder();
    line(text, "checkpoint", checkpoint);
    line(text, "recipe", "%s (%s)".formatted(recipe, variant));
    line(
        text,
        "trained",
        String.format(
            Locale.ROOT,
            "%s, %.2f epochs, in %s",
            Counted.of(step, "step"),
            epoch,
            DurationText.format(Duration.ofMillis(Math.round(1e3 * seconds)))));
    line(
        text,
        "parameters",
        String.format(
            Locale.ROOT, "%,d dense, %,d puzzle table", denseParameters, puzzleTableParameters));
    line(text, "dataset sha256", datasetManifestSha256);
    line(
        text,
        "data",
        "%d tokens of %d values, %s"
            .formatted(seqLen, vocabSize, Counted.of(numPuzzleIdentifiers, "puzzle identifier")));
    line(
        text,
        "best",
        bestStep == null
            ? "not evaluated"
            : String.format(
                Locale.ROOT, "exact accuracy %.4f at step %,d", bestExactAccuracy, bestStep));
    versions.forEach((name, version) -> line(text, name, version));
    settings.forEach((key, value) -> line(text, key, value));
    tensors.forEach(
        tensor -> line(text, tensor.name(), "%s %s".formatted(tensor.type(), tensor.shape())));
    return text.toString().stripTrailing();
  }

  private static void line(StringBuilder text, String key, String value) {
    text.append(String.format(Locale.ROOT, "%-42s %s%n", key, value));
  }
}
