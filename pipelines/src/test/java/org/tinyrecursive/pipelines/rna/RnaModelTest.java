package org.tinyrecursive.pipelines.rna;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.rna.RnaExample;
import org.tinyrecursive.modeltf.rna.RnaGuess;
import org.tinyrecursive.modeltf.rna.RnaModelKind;
import org.tinyrecursive.modeltf.rna.RnaPredictor;
import org.tinyrecursive.modeltf.rna.RnaRecipes;
import org.tinyrecursive.modeltf.rna.RnaStart;
import org.tinyrecursive.modeltf.rna.RnaTrainListener;
import org.tinyrecursive.modeltf.rna.RnaTrainRun;
import org.tinyrecursive.modeltf.rna.RnaTrainer;
import org.tinyrecursive.modeltf.train.ResumeMode;
import org.tinyrecursive.modeltf.train.StopSignal;
import org.tinyrecursive.rna.assembly.StructurePredictor;
import org.tinyrecursive.rna.fold.Folding;
import org.tinyrecursive.rna.sample.RnaSample;
import org.tinyrecursive.rna.sample.RnaSampler;
import org.tinyrecursive.rna.score.Likeness;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.RnaTarget;
import org.tinyrecursive.rna.structure.Sequence;
import org.tinyrecursive.rna.template.TemplateLibrary;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.random.StableRandom;

class RnaModelTest {
  private static final int GUESSES = 5;
  private static final int WINDOW = 64;
  private static final float[] NO_PROFILE = new float[0];
  private static final StructurePredictor PREDICTOR =
      StructurePredictor.of(new TemplateLibrary(List.of()));

  @TempDir private Path folder;

  private static RnaSample hairpin() {
    return new RnaSampler("s", LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1), 3)
        .sampleOfLength(0, 44);
  }

  private void train(RnaModelKind kind, RnaExample example, int steps, double lr)
      throws IOException {
    RnaTrainer.run(
        new RnaTrainRun(
            RnaRecipes.of(kind, 1, steps, lr, 0),
            kind,
            GUESSES,
            WINDOW,
            List.of(example),
            List.of(),
            (one, from, guesses) -> 0,
            "0",
            folder.resolve("run"),
            ResumeMode.NEW,
            Optional.empty(),
            Map.of(),
            new Compute(2),
            new StopSignal()),
        new RnaTrainListener() {
          @Override
          public void started(long firstStep, long totalSteps, long parameters) {}

          @Override
          public void stepped(long step, Map<String, Double> losses) {}

          @Override
          public void evaluated(long step, double meanTmScore) {}
        });
  }

  /** The known structure, drawn out and bent by a wave of 5 Å. */
  private static RnaStart bent(RnaSample sample, double phase) {
    double[] known = sample.structure().toArray();
    float[] xyz = new float[known.length];
    for (int i = 0; i < xyz.length; i++) {
      xyz[i] = (float) (1.1 * known[i] + 5 * Math.sin((i - i % 3) / 15.0 + i % 3 + phase));
    }
    return new RnaStart(RnaStart.Kind.IDEAL, 0, 0, Float.NaN, xyz);
  }

  private static RnaExample example(RnaSample sample, List<RnaStart> starts) {
    RnaTarget target = sample.target();
    double[] known = sample.structure().toArray();
    float[] label = new float[known.length];
    for (int i = 0; i < label.length; i++) {
      label[i] = (float) known[i];
    }
    return ModelInput.example(
        target,
        ModelInput.pairs(Folding.fold(target.sequence().letters(), 0, StableRandom.of(0, "fold"))),
        new float[0],
        starts,
        label);
  }

  @Test
  @Tag("slow")
  void aHairpinIsLearnedFromStartsThatAreFarOff() throws IOException {
    RnaSample sample = hairpin();
    List<RnaStart> starts = new ArrayList<>();
    for (int k = 0; k < GUESSES; k++) {
      starts.add(bent(sample, 0.1 * k));
    }
    RnaExample example = example(sample, starts);
    double before = TrainingExamples.best(example, 0, starts.stream().map(RnaStart::xyz).toList());
    assertThat(before).isLessThan(0.4);
    train(RnaModelKind.TRM, example, 400, 5e-3);
    try (RnaPredictor model = RnaPredictor.load(folder.resolve("run"), new Compute(2))) {
      List<RnaGuess> guesses = model.predict(example, starts, 0, example.length());
      double after =
          TrainingExamples.best(example, 0, guesses.stream().map(RnaGuess::xyz).toList());
      assertThat(after).isGreaterThan(0.5);
      GuessMaker maker =
          GuessMaker.of(GuessMethod.TRM, PREDICTOR, Optional.of(model), Mixture.NONE);
      List<Coordinates> moved = maker.guesses(sample.target(), NO_PROFILE, GUESSES, 0);
      assertThat(Likeness.meanPairwise(sample.target().sequence(), moved)).isLessThan(0.99);
    }
  }

  @Test
  void anAlignmentIsToldToTheModelAndChangesNothingWithoutOne() throws IOException {
    RnaSample sample = hairpin();
    float[] profile = new float[5 * sample.target().sequence().length()];
    Arrays.fill(profile, 0.2f);
    train(RnaModelKind.TRM, example(sample, List.of(bent(sample, 0.2))), 20, 5e-3);
    try (RnaPredictor model = RnaPredictor.load(folder.resolve("run"), new Compute(2))) {
      GuessMaker maker =
          GuessMaker.of(GuessMethod.TRM, PREDICTOR, Optional.of(model), Mixture.NONE);
      assertThat(maker.guesses(sample.target(), profile, 1, 0))
          .isNotEqualTo(maker.guesses(sample.target(), NO_PROFILE, 1, 0));
    }
    GuessMaker without =
        GuessMaker.of(GuessMethod.MIXED, PREDICTOR, Optional.empty(), Mixture.NONE);
    assertThat(without.guesses(sample.target(), profile, 1, 0))
        .isEqualTo(without.guesses(sample.target(), NO_PROFILE, 1, 0));
  }

  @Test
  void theToyGuessesChainsThatAreShorterAndLongerThanItsWindow() throws IOException {
    RnaSample sample = hairpin();
    train(
        RnaModelKind.BASELINE, ModelInput.lettersOnly(sample.target(), new float[3 * 44]), 1, 1e-4);
    try (RnaPredictor model = RnaPredictor.load(folder.resolve("run"), new Compute(2))) {
      GuessMaker maker =
          GuessMaker.of(GuessMethod.BASELINE, PREDICTOR, Optional.of(model), Mixture.NONE);
      for (String letters : List.of("GA", "GGCACUUCGGUGCC".repeat(5))) {
        RnaTarget target = RnaTarget.ofOneChain("T", new Sequence(letters), LocalDate.MAX);
        List<Coordinates> guesses = maker.guesses(target, NO_PROFILE, GUESSES, 0);
        assertThat(guesses).hasSize(GUESSES);
        assertThat(guesses).allMatch(guess -> guess.resolved() == letters.length());
      }
      assertThatThrownBy(
              () -> GuessMaker.of(GuessMethod.TRM, PREDICTOR, Optional.of(model), Mixture.NONE))
          .isInstanceOf(InputRefusedException.class)
          .hasMessage("--checkpoint holds a baseline model, --model trm needs trm");
    }
  }

  @Test
  void methodsWithoutAModelPlaceAllResidues() {
    RnaTarget target = hairpin().target();
    for (GuessMethod method :
        List.of(GuessMethod.MIXED, GuessMethod.TEMPLATE, GuessMethod.ASSEMBLY)) {
      List<Coordinates> guesses =
          GuessMaker.of(method, PREDICTOR, Optional.empty(), Mixture.NONE)
              .guesses(target, NO_PROFILE, GUESSES, 0);
      assertThat(guesses).as(method.name()).hasSize(GUESSES);
      assertThat(guesses).allMatch(guess -> guess.resolved() == 44);
    }
    assertThatThrownBy(
            () -> GuessMaker.of(GuessMethod.TRM, PREDICTOR, Optional.empty(), Mixture.NONE))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage("--model trm needs --checkpoint; train one with trm train rna --model trm");
  }

  @Test
  void aMixtureGoesPartOfTheWay() {
    double[] mixed = new Mixture(0.25).between(new double[] {0, 4}, new double[] {4, 0});
    assertThat(mixed).containsExactly(1, 3);
  }

  @Test
  void aMixtureIsFoundAboveTheCheckpointAndCheckedWhenRead() throws IOException {
    Path checkpoint = Files.createDirectories(folder.resolve("run/checkpoints/step-00000001"));
    assertThat(Mixture.load(checkpoint)).isEqualTo(Mixture.NONE);
    Path file = folder.resolve("run").resolve(Mixture.FILE_NAME);
    Files.writeString(file, "{\"share\": 0.5}");
    assertThat(Mixture.load(checkpoint)).isEqualTo(new Mixture(0.5));
    assertThat(Mixture.load(folder.resolve("run"))).isEqualTo(new Mixture(0.5));
    Files.writeString(file, "{\"share\": \"all\"}");
    assertThatThrownBy(() -> Mixture.load(checkpoint))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("share is \"all\", allowed: 0 to 1");
  }
}
