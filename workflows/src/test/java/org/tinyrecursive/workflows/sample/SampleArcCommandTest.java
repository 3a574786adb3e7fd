package org.tinyrecursive.workflows.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.workflows.cli.CommandEntry;
import org.tinyrecursive.workflows.cli.CommandGroup;
import org.tinyrecursive.workflows.cli.CommandTree;
import org.tinyrecursive.workflows.cli.ExitCode;

class SampleArcCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void bothSubsetsAreWrittenWithChallengesAndSolutions() throws IOException {
    Path samples = folder.resolve("new/arc");

    assertThat(run("--count", 40, "--test-count", 20, "--output-dir", samples))
        .as(err.toString())
        .isEqualTo(ExitCode.DONE);

    Set<String> ids = new HashSet<>();
    for (String subset : List.of("training", "evaluation")) {
      JsonNode challenges = read(samples, subset + "_challenges");
      JsonNode solutions = read(samples, subset + "_solutions");
      assertThat(challenges.size()).isEqualTo(subset.equals("training") ? 40 : 20);
      assertThat(names(solutions)).isEqualTo(names(challenges));
      for (String id : names(challenges)) {
        JsonNode task = challenges.get(id);
        assertThat(ids.add(id)).as("id %s is new", id).isTrue();
        assertThat(task.get("train").size()).isBetween(3, 5);
        assertThat(task.at("/train/0/output/0").size()).isPositive();
        assertThat(task.at("/test/0").has("output")).isFalse();
        assertThat(solutions.get(id).size()).isEqualTo(task.get("test").size());
      }
    }
    assertThat(out.toString())
        .contains("40 training and 20 evaluation tasks of 20 kinds")
        .contains("--input-file-prefix " + samples.resolve("arc-sample"));
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
    for (String name : List.of("a", "b", "c")) {
      run(
          "--count",
          20,
          "--test-count",
          0,
          "--seed",
          name.equals("c") ? 2 : 1,
          "--output-dir",
          folder.resolve(name));
    }
    String file = "arc-sample_training_challenges.json";
    assertThat(folder.resolve("b").resolve(file))
        .hasSameBinaryContentAs(folder.resolve("a").resolve(file));
    assertThat(Files.mismatch(folder.resolve("a").resolve(file), folder.resolve("c").resolve(file)))
        .isNotEqualTo(-1);
  }

  @Test
  void impossibleValuesAreRefusedAndLeaveNothing() throws IOException {
    assertThat(run("--difficulty", "brutal", "--output-dir", folder.resolve("a")))
        .isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(run("--count", -1, "--output-dir", folder.resolve("a")))
        .isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString())
        .contains("--difficulty is brutal, allowed: easy, medium, hard, mixed")
        .contains("counts of tasks are -1 and 100, allowed: 0 and above");
    try (Stream<Path> entries = Files.list(folder)) {
      assertThat(entries).isEmpty();
    }
  }

  private static JsonNode read(Path samples, String file) throws IOException {
    return new ObjectMapper().readTree(samples.resolve("arc-sample_" + file + ".json").toFile());
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private int run(Object... options) {
    List<String> args = new ArrayList<>(List.of("sample", "arc"));
    Arrays.stream(options).map(String::valueOf).forEach(args::add);
    CommandTree tree =
        new CommandTree(
            "trm",
            "",
            List.of(new CommandGroup("sample", "")),
            List.of(CommandEntry.of("sample arc", "", () -> new SampleArcCommand())));
    return tree.run(new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
  }
}
