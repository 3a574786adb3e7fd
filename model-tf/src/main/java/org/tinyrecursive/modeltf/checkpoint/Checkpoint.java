package org.tinyrecursive.modeltf.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.FileDigest;

/**
 * A saved moment of training (docs/checkpoint-format.md).
 *
 * @param folder where it lies, links resolved
 * @param state its {@code state.json}
 */
public record Checkpoint(Path folder, TrainingState state) {
  static final String MODEL_FILE = "model.safetensors";
  static final String EMA_FILE = "ema.safetensors";
  static final String OPTIMIZER_FILE = "optimizer.safetensors";
  static final String STATE_FILE = "state.json";

  /**
   * Finds a checkpoint by its own folder, or by a run's folder: there {@code best}, and {@code
   * latest} where nothing has been evaluated.
   *
   * @throws InputRefusedException if there is none
   */
  public static Checkpoint load(Path path) throws IOException {
    for (Path candidate :
        List.of(
            path,
            path.resolve("best"),
            path.resolve("latest"),
            path.resolve("checkpoints").resolve("best"),
            path.resolve("checkpoints").resolve("latest"))) {
      if (Files.isRegularFile(candidate.resolve(STATE_FILE))) {
        return at(candidate);
      }
    }
    throw new InputRefusedException(
        Files.exists(path)
            ? "%s is neither a checkpoint (it has no %s) nor a run with checkpoints/best or latest"
                .formatted(path, STATE_FILE)
            : "checkpoint %s does not exist; name the folder of a run, or of one of its checkpoints"
                .formatted(path));
  }

  /**
   * The checkpoint of this very folder.
   *
   * @throws InputRefusedException if its state is missing or malformed
   */
  static Checkpoint at(Path folder) throws IOException {
    Path state = folder.resolve(STATE_FILE);
    if (!Files.isRegularFile(state)) {
      throw new InputRefusedException(
          "%s has no %s: it is damaged; move it away to go on from the checkpoint before it"
              .formatted(folder, STATE_FILE));
    }
    return new Checkpoint(folder.toRealPath(), TrainingStateJson.read(state));
  }

  /**
   * Raw weights, puzzle table and initial vectors.
   *
   * @throws InputRefusedException if the file is missing or malformed
   */
  public List<NamedTensor> loadModel() throws IOException {
    return load(MODEL_FILE);
  }

  /** Averaged dense weights; empty where no average is kept. */
  public List<NamedTensor> loadEma() throws IOException {
    return load(EMA_FILE);
  }

  /** All tensors, mapped from their files. */
  public ModelState loadTensors() throws IOException {
    return new ModelState(loadModel(), loadEma(), load(OPTIMIZER_FILE));
  }

  /**
   * Hands all tensors to an engine.
   *
   * @param engine refuses tensors that do not fit
   * @throws InputRefusedException as the engine says, with this checkpoint's folder
   */
  public void restore(Consumer<ModelState> engine) throws IOException {
    ModelState tensors = loadTensors();
    try {
      engine.accept(tensors);
    } catch (InputRefusedException e) {
      throw new InputRefusedException("%s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /** Names the weights that predictions are made with: of the model and of its average, if any. */
  public String weightsSha256() throws IOException {
    Path average = folder.resolve(EMA_FILE);
    return FileDigest.sha256(folder.resolve(MODEL_FILE))
        + (Files.exists(average) ? FileDigest.sha256(average) : "");
  }

  private List<NamedTensor> load(String file) throws IOException {
    return Safetensors.read(folder.resolve(file)).tensors();
  }
}
