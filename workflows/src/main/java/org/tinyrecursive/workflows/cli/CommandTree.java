package org.tinyrecursive.workflows.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * All commands as Picocli sees them. Only the command that the arguments name is loaded; the others
 * are known by name and description alone.
 */
public final class CommandTree {
  private final String name;
  private final String description;
  private final List<CommandGroup> groups;
  private final List<CommandEntry> entries;

  /**
   * A tree whose commands appear in the help in the order of {@code entries}.
   *
   * @param groups every first word that several entries share
   */
  public CommandTree(
      String name, String description, List<CommandGroup> groups, List<CommandEntry> entries) {
    this.name = name;
    this.description = description;
    this.groups = List.copyOf(groups);
    this.entries = List.copyOf(entries);
  }

  /**
   * Runs the command that the arguments name.
   *
   * @return an {@link ExitCode}
   */
  public int run(PrintWriter out, PrintWriter err, String... args) {
    String[] plain = asUsual(args);
    CommandLine line = load(plain);
    line.setOut(out);
    line.setErr(err);
    line.setExecutionExceptionHandler(new FailureReport());
    line.setParameterExceptionHandler(new UsageReport());
    readAsEverywhere(line);
    try {
      return line.execute(plain);
    } catch (VirtualMachineError | LinkageError error) {
      return FailureReport.print(error, err, Arrays.asList(plain).contains("--stacktrace"));
    } finally {
      out.flush();
      err.flush();
    }
  }

  /** Lets a command line read names, paths and durations as every command of the tree does. */
  public static void readAsEverywhere(CommandLine line) {
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setAllowSubcommandsAsOptionParameters(true);
    line.registerConverter(Path.class, new LocalPath());
    line.registerConverter(Duration.class, DurationText::parse);
  }

  /** The Picocli command line for these arguments. */
  CommandLine load(String... args) {
    CommandLine root = group(name, description);
    root.getCommandSpec()
        .addOption(
            OptionSpec.builder("--stacktrace")
                .type(boolean.class)
                .scopeType(CommandLine.ScopeType.INHERIT)
                .description("print where an unexpected failure happened")
                .build());
    Optional<CommandEntry> called = called(args);
    for (CommandEntry entry : entries) {
      CommandLine parent = root;
      if (entry.inGroup()) {
        parent = root.getSubcommands().get(entry.first());
        if (parent == null) {
          parent = group(entry.first(), describe(entry.first()));
          root.addSubcommand(entry.first(), parent);
        }
      }
      String last = entry.words().get(entry.words().size() - 1);
      boolean isCalled = called.filter(entry::equals).isPresent();
      parent.addSubcommand(last, isCalled ? loaded(entry) : stub(entry.description()));
    }
    return root;
  }

  private String describe(String word) {
    return groups.stream()
        .filter(group -> group.word().equals(word))
        .map(CommandGroup::description)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no group is declared for: " + word));
  }

  /** The command of the first words; of {@code train} and {@code train rna} the longer one. */
  private Optional<CommandEntry> called(String... args) {
    List<String> words =
        Arrays.stream(args)
            .dropWhile(arg -> arg.startsWith("-"))
            .takeWhile(arg -> !arg.startsWith("-"))
            .toList();
    return entries.stream()
        .filter(entry -> words.size() >= entry.words().size())
        .filter(entry -> words.subList(0, entry.words().size()).equals(entry.words()))
        .max(Comparator.comparingInt(entry -> entry.words().size()));
  }

  private static CommandLine loaded(CommandEntry entry) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(entry.factory().get());
    spec.usageMessage().description(entry.description() + ".");
    return withHelp(spec);
  }

  private static CommandLine stub(String description) {
    Callable<Integer> never =
        () -> {
          throw new IllegalStateException("a command that was not loaded was called");
        };
    CommandSpec spec = CommandSpec.wrapWithoutInspection(never);
    spec.usageMessage().description(description);
    return new CommandLine(spec);
  }

  private static CommandLine group(String name, String description) {
    CommandSpec[] self = new CommandSpec[1];
    Callable<Integer> needsCommand =
        () -> {
          throw new ParameterException(
              self[0].commandLine(),
              "a command is missing, one of: " + String.join(", ", self[0].subcommands().keySet()));
        };
    self[0] = CommandSpec.wrapWithoutInspection(needsCommand).name(name);
    self[0].usageMessage().description(description).synopsisSubcommandLabel("COMMAND");
    return withHelp(self[0]);
  }

  private static CommandLine withHelp(CommandSpec spec) {
    spec.usageMessage().sortOptions(false).abbreviateSynopsis(true).showDefaultValues(true);
    spec.usageMessage().width(100);
    spec.addOption(
        OptionSpec.builder("-h", "--help")
            .type(boolean.class)
            .usageHelp(true)
            .description("show this help")
            .build());
    return new CommandLine(spec);
  }

  /**
   * {@code help dataset sudoku} means {@code dataset sudoku --help}, and {@code --version}, which
   * other programs have, means {@code version}.
   */
  private static String[] asUsual(String... args) {
    if (args.length == 0) {
      return new String[] {"--help"};
    }
    String[] rewritten = args.clone();
    switch (args[0]) {
      case "-V", "--version" -> rewritten[0] = "version";
      case "help" -> {
        rewritten = Arrays.copyOfRange(args, 1, args.length + 1);
        rewritten[args.length - 1] = "--help";
      }
      default -> {}
    }
    return rewritten;
  }
}
