package org.tinyrecursive.workflows.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.workflows.cli.CommandEntry;
import org.tinyrecursive.workflows.cli.CommandGroup;
import org.tinyrecursive.workflows.cli.CommandTree;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.sample.SampleArcCommand;

/** Tasks of our own making go the road of the published ones: planned, built, found by name. */
class ArcSampleRoadTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path dir;

  @BeforeEach
  void sample() {
    run("sample arc --count 20 --test-count 20 --output-dir " + dir.resolve("raw"));
  }

  @Test
  void samplesArePlannedBuiltAndFreeOfLeakage() throws IOException {
    JsonNode plan = json("dataset plan arc " + options());
    assertThat(dir.resolve("data")).doesNotExist();

    JsonNode built = json("dataset arc " + options() + " --output-dir " + dir.resolve("data"));

    assertThat(built.at("/splits/train/groups").asInt()).isEqualTo(40);
    assertThat(built.at("/splits/test/groups").asInt()).isEqualTo(20);
    assertThat(built.get("leaked_tasks").asInt()).isZero();
    for (String figure : List.of("bytes", "examples")) {
      double found = built.get(figure).asDouble();
      assertThat(plan.get(figure).asDouble()).as(figure).isCloseTo(found, within(found / 10));
    }
  }

  @Test
  void aTaskIsFoundByItsNameWithThePairsOfAllSplits() throws IOException {
    json("dataset arc " + options() + " --output-dir " + dir.resolve("data"));
    out.getBuffer().setLength(0);

    assertThat(run("dataset view " + dir.resolve("data") + " --id gravity-00027"))
        .as(err.toString())
        .isEqualTo(ExitCode.DONE);
    assertThat(out.toString())
        .contains("train · gravity-00027 · puzzle ", "test · gravity-00027 · puzzle ")
        .contains("input ", "output ")
        .doesNotContain("|||");

    out.getBuffer().setLength(0);
    run("dataset view " + dir.resolve("data") + " --id gravity-00027 --split test");
    assertThat(out.toString()).doesNotContain("train · ").contains("test · gravity-00027");
  }

  @Test
  void aNameThatIsNotThereIsRefusedWithTheListOfNames() throws IOException {
    json("dataset arc " + options() + " --output-dir " + dir.resolve("data"));
    String view = "dataset view " + dir.resolve("data") + " --id 007bbfb7";
    assertThat(run(view)).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString()).contains("has no puzzle of that name").contains("identifiers.json");

    Files.writeString(dir.resolve("data/identifiers.json"), "[\"<blank>\",\n\"a");
    assertThat(run(view)).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString()).contains("identifiers.json:2: is no JSON").doesNotContain("\tat ");
    Files.writeString(dir.resolve("data/identifiers.json"), "{}");
    assertThat(run(view)).isEqualTo(ExitCode.INPUT_REFUSED);
    assertThat(err.toString()).contains("identifiers.json: expected a list of names");
  }

  private String options() {
    return "--input-file-prefix "
        + dir.resolve("raw/arc-sample")
        + " --subsets training,evaluation --test-set-name evaluation --num-aug 40 --shards 4"
        + " --format json";
  }

  private JsonNode json(String command) throws IOException {
    out.getBuffer().setLength(0);
    assertThat(run(command)).as(err.toString()).isEqualTo(ExitCode.DONE);
    List<String> lines = out.toString().strip().lines().toList();
    return new ObjectMapper().readTree(lines.get(lines.size() - 1));
  }

  private int run(String command) {
    List<String> args = new ArrayList<>(List.of(command.split(" ", -1)));
    CommandTree tree =
        new CommandTree(
            "trm",
            "",
            List.of(new CommandGroup("sample", ""), new CommandGroup("dataset", "")),
            List.of(
                CommandEntry.of("sample arc", "", () -> new SampleArcCommand()),
                CommandEntry.of("dataset arc", "", () -> new DatasetArcCommand()),
                CommandEntry.of("dataset plan", "", () -> new DatasetPlanCommand()),
                CommandEntry.of("dataset view", "", () -> new DatasetViewCommand())));
    return tree.run(new PrintWriter(out), new PrintWriter(err), args.toArray(String[]::new));
  }
}
