package org.tinyrecursive.pipelines.predict;

import java.nio.file.Path;
import java.util.List;
import org.tinyrecursive.rna.assembly.StructurePredictor;
import org.tinyrecursive.rna.template.LibraryFile;
import org.tinyrecursive.rna.template.TemplateLibrary;

/** The library of this process that was used last, shared by all functions that predict with it. */
final class LoadedLibrary {
  private static String loadedFrom;
  private static StructurePredictor predictor;

  private LoadedLibrary() {}

  /**
   * @param file of the library; empty: none
   */
  static synchronized StructurePredictor predictor(String file) {
    if (!file.equals(loadedFrom)) {
      TemplateLibrary library =
          file.isEmpty() ? new TemplateLibrary(List.of()) : LibraryFile.read(Path.of(file));
      predictor = StructurePredictor.of(library);
      loadedFrom = file;
    }
    return predictor;
  }

  /** Reads a library anew: its file may have changed since. */
  static synchronized void forget() {
    loadedFrom = null;
    predictor = null;
  }
}
