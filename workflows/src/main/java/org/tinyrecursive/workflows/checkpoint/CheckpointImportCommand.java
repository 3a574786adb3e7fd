package org.tinyrecursive.workflows.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tinyrecursive.modeltf.checkpoint.NamedTensor;
import org.tinyrecursive.modeltf.config.DataShape;
import org.tinyrecursive.modeltf.config.Recipe;
import org.tinyrecursive.modeltf.convert.ImportedRun;
import org.tinyrecursive.modeltf.convert.ImportedWeights;
import org.tinyrecursive.modeltf.convert.ModelImport;
import org.tinyrecursive.modeltf.convert.ModelImport.PuzzleTable;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.FolderCommit;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import org.tinyrecursive.workflows.recipe.RecipeOptions;
import org.tinyrecursive.workflows.version.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a run from weights of another program, to predict with or to train on. */
@Command
public final class CheckpointImportCommand implements Callable<Integer> {
  @Mixin private RecipeOptions recipe;

  @Option(
      names = "--from",
      required = true,
      paramLabel = "FILE",
      description = "weights: .safetensors, or a file of torch.save (nothing in it is executed)")
  private Path from;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "the dataset that the model is for")
  private Path data;

  @Option(
      names = "--output-dir",
      required = true,
      paramLabel = "RUN",
      description = "folder of the run; must be empty or not exist")
  private Path outputDir;

  @Option(
      names = "--reset-puzzle-table",
      description = "where the table has another size, give every puzzle its mean row")
  private boolean resetPuzzleTable;

  @Mixin private ResultOptions result;

  /**
   * What was imported; keys of the JSON result.
   *
   * @param leftAside names of the entries of the file that are no weights, such as an optimizer's
   *     state
   */
  record Imported(
      String checkpoint, String recipe, int tensors, long values, List<String> leftAside) {

    String text() {
      String text = "imported %d tensors, %d values, to %s".formatted(tensors, values, checkpoint);
      return leftAside.isEmpty() ? text : text + "; left aside: " + String.join(", ", leftAside);
    }
  }

  @Override
  public Integer call() throws IOException {
    FolderCommit.refuseOccupied(outputDir);
    Recipe chosen = recipe.load().recipe();
    DatasetManifest manifest = Dataset.open(data).manifest();
    DataShape shape = DataShape.of(manifest.tokens());
    ImportedWeights weights =
        ModelImport.read(
            from, chosen.model(), shape, resetPuzzleTable ? PuzzleTable.RESET : PuzzleTable.EXACT);
    List<NamedTensor> tensors = weights.tensors();
    Path checkpoint =
        ImportedRun.save(
            outputDir, chosen, shape, manifest.sha256(), tensors, Versions.current().byName());
    Imported imported =
        new Imported(
            checkpoint.toString(),
            chosen.name(),
            tensors.size(),
            tensors.stream().mapToLong(NamedTensor::elements).sum(),
            weights.leftAside());
    result.print(imported::text, imported);
    return ExitCode.DONE;
  }
}
