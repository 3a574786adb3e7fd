package org.tinyrecursive.modeltf.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tinyrecursive.transforms.dataset.FolderTree;

/**
 * The checkpoints of one run. A folder named {@code step-…} is always whole: it is written under
 * another name, forced to disk and renamed. The links {@code latest} and {@code best} only ever
 * point to such folders. After a kill at any moment the next {@link #open} finds the newest whole
 * checkpoint, repairs the links and removes what was left behind. For one process at a time.
 */
public final class CheckpointStore {
  private static final Pattern WHOLE = Pattern.compile("step-(\\d{8,18})");
  private static final String UNFINISHED = ".saving-";
  private static final String DOOMED = ".deleting-";
  private static final String NEW = ".new";

  /** Moments of a save, in their order: at each of them a kill must do no harm. */
  enum SavePoint {
    FOLDER_CREATED,
    MODEL_WRITTEN,
    TENSORS_WRITTEN,
    STATE_WRITTEN,
    RENAMED,
    LATEST_MOVED,
    BEST_MOVED,
    PRUNING,
    DONE
  }

  private final Path folder;
  private final int keep;
  private final Consumer<SavePoint> probe;

  private CheckpointStore(Path folder, int keep, Consumer<SavePoint> probe) {
    this.folder = folder;
    this.keep = keep;
    this.probe = probe;
  }

  /**
   * Opens the store of a run, creating its folder, and puts right what a kill has left.
   *
   * @param folder {@code <run>/checkpoints}
   * @param keep latest checkpoints kept, 1 and above, besides the best ones
   */
  public static CheckpointStore open(Path folder, int keep) throws IOException {
    return open(folder, keep, point -> {});
  }

  /** With a probe that is called at every moment of a save: tests throw there. */
  static CheckpointStore open(Path folder, int keep, Consumer<SavePoint> probe) throws IOException {
    Files.createDirectories(folder);
    CheckpointStore store = new CheckpointStore(folder, keep, probe);
    store.sweep();
    store.repairLinks();
    return store;
  }

  /**
   * The newest checkpoint in a store's folder, which is left as it is; empty where there is none.
   */
  public static Optional<Checkpoint> findLatest(Path folder) throws IOException {
    return Files.isDirectory(folder)
        ? new CheckpointStore(folder, 1, point -> {}).latest()
        : Optional.empty();
  }

  /** The newest checkpoint; empty where none was saved. */
  public Optional<Checkpoint> latest() throws IOException {
    List<Long> steps = steps();
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(Checkpoint.at(folderOf(steps.get(steps.size() - 1))));
  }

  /** The best checkpoint by the evaluations so far; empty where none was evaluated. */
  public Optional<Checkpoint> best() throws IOException {
    Path link = folder.resolve("best");
    return Files.exists(link) ? Optional.of(Checkpoint.load(link)) : Optional.empty();
  }

  /**
   * Saves a checkpoint and moves the links: {@code best} where the state names this step as best.
   *
   * @return its folder
   * @throws IOException if it cannot be written; then nothing of it remains, earlier ones stay
   */
  public Path save(TrainingState state, ModelState tensors) throws IOException {
    Path whole = folderOf(state.step());
    Path unfinished = folder.resolve(UNFINISHED + whole.getFileName());
    try {
      writeFolder(unfinished, state, tensors);
      Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
      DurableFiles.forceFolder(folder);
    } catch (IOException e) {
      discard(unfinished, e);
      throw new IOException(
          "checkpoint of step %d cannot be saved in %s: %s; earlier checkpoints are untouched, make room and resume"
              .formatted(state.step(), folder, e.getMessage()),
          e);
    }
    probe.accept(SavePoint.RENAMED);
    moveLinks(state);
    probe.accept(SavePoint.PRUNING);
    prune(state);
    probe.accept(SavePoint.DONE);
    return whole;
  }

  /**
   * Replaces the state of a saved checkpoint, at once, when its evaluation is known, and moves the
   * links. Its tensors stay.
   */
  public void amend(TrainingState state) throws IOException {
    Path target = folderOf(state.step());
    Path fresh = target.resolve("." + Checkpoint.STATE_FILE + NEW);
    Files.deleteIfExists(fresh);
    DurableFiles.write(fresh, TrainingStateJson.format(state));
    probe.accept(SavePoint.STATE_WRITTEN);
    Files.move(fresh, target.resolve(Checkpoint.STATE_FILE), StandardCopyOption.ATOMIC_MOVE);
    DurableFiles.forceFolder(target);
    probe.accept(SavePoint.RENAMED);
    moveLinks(state);
    probe.accept(SavePoint.PRUNING);
    prune(state);
    probe.accept(SavePoint.DONE);
  }

  private void writeFolder(Path target, TrainingState state, ModelState tensors)
      throws IOException {
    FolderTree.delete(target);
    Files.createDirectory(target);
    probe.accept(SavePoint.FOLDER_CREATED);
    Map<String, String> metadata = Map.of("format", "pt", "step", Long.toString(state.step()));
    Safetensors.write(target.resolve(Checkpoint.MODEL_FILE), tensors.model(), metadata);
    probe.accept(SavePoint.MODEL_WRITTEN);
    Safetensors.write(target.resolve(Checkpoint.EMA_FILE), tensors.ema(), metadata);
    Safetensors.write(target.resolve(Checkpoint.OPTIMIZER_FILE), tensors.optimizer(), metadata);
    probe.accept(SavePoint.TENSORS_WRITTEN);
    DurableFiles.write(target.resolve(Checkpoint.STATE_FILE), TrainingStateJson.format(state));
    DurableFiles.forceFolder(target);
    probe.accept(SavePoint.STATE_WRITTEN);
  }

  private static void discard(Path unfinished, IOException cause) {
    try {
      FolderTree.delete(unfinished);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private void moveLinks(TrainingState state) throws IOException {
    DurableFiles.point(folder.resolve("latest"), nameOf(state.step()));
    probe.accept(SavePoint.LATEST_MOVED);
    if (state.best().isPresent() && steps().contains(state.best().get().step())) {
      DurableFiles.point(folder.resolve("best"), nameOf(state.best().get().step()));
    }
    probe.accept(SavePoint.BEST_MOVED);
  }

  private void prune(TrainingState newest) throws IOException {
    List<Long> steps = steps();
    List<Long> best = newest.standing().best().stream().map(BestScore::step).toList();
    for (long step : steps.subList(0, Math.max(0, steps.size() - keep))) {
      if (!best.contains(step)) {
        // Renamed first: half a deleted checkpoint must not be taken for a whole one.
        Path doomed = folder.resolve(DOOMED + nameOf(step));
        Files.move(folderOf(step), doomed, StandardCopyOption.ATOMIC_MOVE);
        FolderTree.delete(doomed);
      }
    }
  }

  private void sweep() throws IOException {
    for (Path entry : entries()) {
      String name = entry.getFileName().toString();
      if (name.startsWith(UNFINISHED) || name.startsWith(DOOMED)) {
        FolderTree.delete(entry);
      } else if (name.startsWith(".") && name.endsWith(NEW)) {
        Files.delete(entry);
      }
    }
  }

  private void repairLinks() throws IOException {
    Optional<Checkpoint> newest = latest();
    if (newest.isPresent()) {
      moveLinks(newest.get().state());
      prune(newest.get().state());
    }
  }

  /** Steps of whole checkpoints, ascending. */
  private List<Long> steps() throws IOException {
    List<Long> steps = new ArrayList<>();
    for (Path entry : entries()) {
      Matcher matcher = WHOLE.matcher(entry.getFileName().toString());
      if (matcher.matches() && Files.isDirectory(entry)) {
        steps.add(Long.parseLong(matcher.group(1)));
      }
    }
    steps.sort(Comparator.naturalOrder());
    return steps;
  }

  private List<Path> entries() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NotDirectoryException(folder.toString());
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }

  private Path folderOf(long step) {
    return folder.resolve(nameOf(step));
  }

  private static String nameOf(long step) {
    return String.format(Locale.ROOT, "step-%08d", step);
  }
}
