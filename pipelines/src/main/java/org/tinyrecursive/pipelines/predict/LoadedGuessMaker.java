package org.tinyrecursive.pipelines.predict;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tinyrecursive.modeltf.graph.Compute;
import org.tinyrecursive.modeltf.rna.RnaPredictor;
import org.tinyrecursive.pipelines.rna.GuessMaker;
import org.tinyrecursive.pipelines.rna.Mixture;
import org.tinyrecursive.rna.assembly.StructurePredictor;
import org.tinyrecursive.rna.template.LibraryFile;
import org.tinyrecursive.rna.template.TemplateLibrary;

/** What this process predicted with last, shared by all functions that predict with it. */
final class LoadedGuessMaker {
  private static GuessSource loadedFrom;
  private static GuessMaker maker;
  private static Optional<RnaPredictor> model = Optional.empty();

  private static Mixture mixture = Mixture.NONE;

  private LoadedGuessMaker() {}

  /**
   * The maker of guesses from this source.
   *
   * @throws org.tinyrecursive.transforms.InputRefusedException if the library or the checkpoint
   *     cannot be used
   */
  static synchronized GuessMaker of(GuessSource source) {
    if (!source.equals(loadedFrom)) {
      forget();
      TemplateLibrary library =
          source.library().isEmpty()
              ? new TemplateLibrary(List.of())
              : LibraryFile.read(Path.of(source.library()));
      load(source.checkpoint());
      maker = GuessMaker.of(source.method(), StructurePredictor.of(library), model, mixture);
      loadedFrom = source;
    }
    return maker;
  }

  private static void load(String checkpoint) {
    if (checkpoint.isEmpty()) {
      return;
    }
    try {
      // One thread each: several targets are predicted at a time.
      model = Optional.of(RnaPredictor.load(Path.of(checkpoint), new Compute(1)));
      mixture = Mixture.load(Path.of(checkpoint));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Reads everything anew: files may have changed since. */
  static synchronized void forget() {
    model.ifPresent(RnaPredictor::close);
    model = Optional.empty();
    mixture = Mixture.NONE;
    loadedFrom = null;
    maker = null;
  }
}
