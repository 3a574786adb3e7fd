package org.tinyrecursive.workflows.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tinyrecursive.pipelines.dataset.RnaDatasetManifest;
import org.tinyrecursive.pipelines.storage.OpenDataset;
import org.tinyrecursive.rna.dataset.RnaRow;
import org.tinyrecursive.transforms.FileSpec;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.PuzzleNames;
import org.tinyrecursive.transforms.dataset.view.DatasetExcerpt;
import org.tinyrecursive.transforms.dataset.view.DrawnExample;
import org.tinyrecursive.transforms.dataset.view.HtmlView;
import org.tinyrecursive.transforms.dataset.view.TerminalView;
import org.tinyrecursive.workflows.beam.BeamArguments;
import org.tinyrecursive.workflows.beam.StorageOptions;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.OutputPlace;
import org.tinyrecursive.workflows.cli.ResultOptions;
import org.tinyrecursive.workflows.report.rna.RnaDatasetPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws puzzles of a dataset in the terminal or as an HTML page. */
@Command(preprocessor = BeamArguments.class)
public final class DatasetViewCommand implements Callable<Integer> {
  private static final int TERMINAL_COUNT = 3;
  private static final int PAGE_COUNT = 24;
  private static final String DEFAULT_SPLIT = "train";

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "DIR", description = "the dataset, local or gs://bucket/folder")
  private String directory;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      description = "which split (default: train; where --id is a name, all)")
  private String split;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "puzzles, spread evenly over the split (3 in the terminal, 24 on a page)")
  private Integer count;

  @Option(
      names = "--id",
      paramLabel = "NAME|PUZZLE_ID",
      description =
          "all examples of this one puzzle instead: a name of identifiers.json, such as 007bbfb7,"
              + " or a number of the column puzzle_id")
  private String id;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "write a page that needs no network instead of drawing here")
  private Path html;

  @Option(
      names = "--color",
      paramLabel = "auto|always|never",
      defaultValue = "auto",
      description = "colours; auto: on a terminal, unless NO_COLOR is set")
  private ColourChoice colour;

  @Mixin private StorageOptions storage;
  @Mixin private ResultOptions result;

  /** What was drawn in the terminal. */
  record Drawn(String directory, String split, List<DrawnExample> examples) {}

  /** What was drawn of a dataset of RNA. */
  record DrawnRna(String directory, String split, List<RnaDrawing.Drawn> rows) {}

  /** What page was written. */
  record Page(String directory, String split, int examples, String html) {}

  @Override
  public Integer call() throws IOException {
    if (id != null && count != null) {
      throw new ParameterException(
          command.commandLine(), "--id and --count exclude each other: --id shows one puzzle");
    }
    if (count != null && count < 1) {
      throw new ParameterException(
          command.commandLine(), "--count is %d, allowed: 1 and above".formatted(count));
    }
    if (FileSpec.isLocal(directory) && RnaDatasetManifest.isIn(Path.of(directory))) {
      drawRna(Path.of(directory));
      return ExitCode.DONE;
    }
    try (OpenDataset open = storage.place(directory).open()) {
      draw(open.dataset());
    }
    return ExitCode.DONE;
  }

  /** Rows of RNA structures. */
  private void drawRna(Path dataset) throws IOException {
    List<RnaRow> rows =
        id == null
            ? RnaDrawing.spread(dataset, splitName(), count())
            : RnaDrawing.target(dataset, splitName(), id);
    if (html == null) {
      List<RnaDrawing.Drawn> drawn = rows.stream().map(RnaDrawing::of).toList();
      result.print(
          () ->
              drawn.isEmpty()
                  ? "split \"%s\" has nothing to draw".formatted(splitName())
                  : drawn.stream()
                      .map(row -> RnaDrawing.text(row, TerminalWidth.columns()))
                      .collect(Collectors.joining("\n"))
                      .stripTrailing(),
          new DrawnRna(directory, splitName(), drawn));
    } else {
      page().writeText(RnaDatasetPage.render(name(), splitName(), rows));
      printPage(rows.size());
    }
  }

  private void draw(Dataset dataset) throws IOException {
    List<DrawnExample> examples = id == null ? excerpt(dataset).spread(count()) : puzzle(dataset);
    if (html == null) {
      result.print(() -> text(examples), new Drawn(directory, splitName(), examples));
    } else {
      page().writeText(HtmlView.page(name(), dataset.manifest(), examples));
      printPage(examples.size());
    }
  }

  private void printPage(int examples) {
    result.print(
        () ->
            "%d %s drawn in %s"
                .formatted(examples, examples == 1 ? "example is" : "examples are", html),
        new Page(directory, splitName(), examples, html.toString()));
  }

  private String splitName() {
    return split == null ? DEFAULT_SPLIT : split;
  }

  private DatasetExcerpt excerpt(Dataset dataset) {
    return new DatasetExcerpt(dataset, splitName());
  }

  /** A name comes first: ids of tasks may be all digits. */
  private List<DrawnExample> puzzle(Dataset dataset) throws IOException {
    OptionalInt named = PuzzleNames.of(dataset).find(id);
    if (named.isEmpty()) {
      return excerpt(dataset).puzzle(number(dataset));
    }
    List<DrawnExample> examples = new ArrayList<>();
    for (String name : split == null ? dataset.splitNames() : Set.of(split)) {
      examples.addAll(new DatasetExcerpt(dataset, name).identified(named.getAsInt()));
    }
    return examples;
  }

  private int number(Dataset dataset) {
    try {
      return Integer.parseInt(id);
    } catch (NumberFormatException noNumber) {
      throw new InputRefusedException(
          "--id is %s: %s; a number is a value of the column puzzle_id"
              .formatted(
                  id,
                  PuzzleNames.of(dataset).exist()
                      ? "%s has no puzzle of that name, %s lists all"
                          .formatted(directory, directory + "/" + PuzzleNames.FILE_NAME)
                      : directory + " has no names"),
          noNumber);
    }
  }

  private int count() {
    if (count != null) {
      return count;
    }
    return html == null ? TERMINAL_COUNT : PAGE_COUNT;
  }

  private String text(List<DrawnExample> examples) {
    TerminalView view = new TerminalView(colour.resolve(), TerminalWidth.columns());
    return examples.isEmpty()
        ? "split \"%s\" has nothing to draw".formatted(splitName())
        : examples.stream().map(view::draw).collect(Collectors.joining("\n")).stripTrailing();
  }

  private OutputPlace page() {
    return OutputPlace.file("--html", html);
  }

  private String name() {
    return Path.of(directory).toAbsolutePath().normalize().getFileName().toString();
  }
}
