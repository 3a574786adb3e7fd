package org.tinyrecursive.workflows.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.view.DatasetExcerpt;
import org.tinyrecursive.transforms.dataset.view.DrawnExample;
import org.tinyrecursive.transforms.dataset.view.HtmlView;
import org.tinyrecursive.transforms.dataset.view.TerminalView;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws puzzles of a dataset in the terminal or as an HTML page. */
@Command
public final class DatasetViewCommand implements Callable<Integer> {
  private static final int TERMINAL_COUNT = 3;
  private static final int PAGE_COUNT = 24;

  @Spec private CommandSpec command;

  @Parameters(paramLabel = "DIR", description = "the dataset")
  private Path directory;

  @Option(
      names = "--split",
      paramLabel = "NAME",
      defaultValue = "train",
      description = "which split")
  private String split;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "puzzles, spread evenly over the split (3 in the terminal, 24 on a page)")
  private Integer count;

  @Option(
      names = "--id",
      paramLabel = "PUZZLE_ID",
      description = "all examples of this one puzzle instead")
  private Integer id;

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

  @Mixin private ResultOptions result;

  /** What was drawn in the terminal. */
  record Drawn(String directory, String split, List<DrawnExample> examples) {}

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
    Dataset dataset = Dataset.open(directory);
    DatasetExcerpt excerpt = new DatasetExcerpt(dataset, split);
    List<DrawnExample> examples = id == null ? excerpt.spread(count()) : excerpt.puzzle(id);
    if (html == null) {
      result.print(() -> text(examples), new Drawn(directory.toString(), split, examples));
    } else {
      write(dataset, examples);
      result.print(
          () -> "%d examples are drawn in %s".formatted(examples.size(), html),
          new Page(directory.toString(), split, examples.size(), html.toString()));
    }
    return ExitCode.DONE;
  }

  private int count() {
    if (count != null) {
      return count;
    }
    return html == null ? TERMINAL_COUNT : PAGE_COUNT;
  }

  private String text(List<DrawnExample> examples) {
    TerminalView view = new TerminalView(colour.resolve());
    return examples.isEmpty()
        ? "split \"%s\" is empty".formatted(split)
        : examples.stream().map(view::draw).collect(Collectors.joining("\n")).stripTrailing();
  }

  private void write(Dataset dataset, List<DrawnExample> examples) throws IOException {
    Path parent = html.toAbsolutePath().getParent();
    if (Files.isDirectory(html) || parent == null || !Files.isDirectory(parent)) {
      throw new InputRefusedException(
          "--html %s cannot be written: %s"
              .formatted(
                  html,
                  Files.isDirectory(html)
                      ? "it is a directory, name a file"
                      : "its directory does not exist, make it first"));
    }
    String name = directory.toAbsolutePath().normalize().getFileName().toString();
    Files.writeString(html, HtmlView.page(name, dataset.manifest(), examples));
  }
}
