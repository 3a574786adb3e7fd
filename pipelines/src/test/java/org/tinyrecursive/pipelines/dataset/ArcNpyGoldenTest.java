package org.tinyrecursive.pipelines.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.arc.ArcCanvas;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.export.ExportFormat;

/** ARC-AGI-1 without augmentations, as the public trainers read it, has the published tokens. */
@Tag("golden")
class ArcNpyGoldenTest {
  @TempDir Path dir;

  @Test
  void arraysHoldEveryPairOfEveryTaskInOrder() throws Exception {
    Path golden = shared("arc/arc_golden.json");
    Path data = shared("../data/arc/arc-agi_training_challenges.json");
    DatasetBuildResult built =
        ArcDatasetPipeline.run(
            ArcDatasetSettings.into(dir.resolve("arc1"))
                .inputFilePrefix(data.resolveSibling("arc-agi").toString())
                .subsets(List.of("training", "evaluation"))
                .testSetName("evaluation")
                .build(),
            BeamSettings.direct(),
            RunCounters.IGNORED);
    Path npy = dir.resolve("npy");
    ExportFormat.NPY.export(Dataset.open(built.directory()), npy);

    Map<String, byte[]> learned = tokens(npy, "train");
    Map<String, byte[]> tested = tokens(npy, "test");
    assertThat(learned).hasSize(800);
    assertThat(tested).hasSize(400);
    Map<String, byte[]> training = new TreeMap<>(learned);
    training.keySet().removeAll(tested.keySet());

    JsonNode expected = new ObjectMapper().readTree(golden.toFile()).get("tokenization");
    assertSame(expected.get("training"), training, Map.of());
    assertSame(expected.get("evaluation"), new TreeMap<>(learned), tested);
  }

  private static void assertSame(
      JsonNode expected, Map<String, byte[]> train, Map<String, byte[]> test) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    int bytes = 0;
    for (String task : test.isEmpty() ? train.keySet() : test.keySet()) {
      for (byte[] pairs : List.of(train.get(task), test.getOrDefault(task, new byte[0]))) {
        digest.update(pairs);
        bytes += pairs.length;
      }
    }
    assertThat(bytes / (2 * ArcCanvas.CELLS)).isEqualTo(expected.get("examples").asInt());
    assertThat(HexFormat.of().formatHex(digest.digest()))
        .isEqualTo(expected.get("sha256").asText());
  }

  /** By task: input and output of each of its pairs, moved to the corner. */
  private static Map<String, byte[]> tokens(Path npy, String split) throws IOException {
    JsonNode names = new ObjectMapper().readTree(npy.resolve("identifiers.json").toFile());
    Path folder = npy.resolve(split);
    ByteBuffer inputs = NpyArray.read(folder.resolve("all__inputs.npy"));
    ByteBuffer labels = NpyArray.read(folder.resolve("all__labels.npy"));
    int[] starts = NpyArray.ints(folder.resolve("all__puzzle_indices.npy"));
    int[] identifiers = NpyArray.ints(folder.resolve("all__puzzle_identifiers.npy"));
    int[] groups = NpyArray.ints(folder.resolve("all__group_indices.npy"));
    assertThat(groups).hasSize(identifiers.length + 1).isSorted().startsWith(0);
    Map<String, byte[]> tasks = new TreeMap<>();
    for (int puzzle = 0; puzzle < identifiers.length; puzzle++) {
      ByteBuffer pairs =
          ByteBuffer.allocate(2 * ArcCanvas.CELLS * (starts[puzzle + 1] - starts[puzzle]));
      for (int example = starts[puzzle]; example < starts[puzzle + 1]; example++) {
        pairs.put(inTheCorner(inputs, example)).put(inTheCorner(labels, example));
      }
      tasks.put(names.get(identifiers[puzzle]).asText(), pairs.array());
    }
    return tasks;
  }

  private static byte[] inTheCorner(ByteBuffer examples, int example) {
    int side = ArcCanvas.SIDE;
    int top = side;
    int left = side;
    int bottom = 0;
    int right = 0;
    for (int cell = 0; cell < ArcCanvas.CELLS; cell++) {
      if (examples.get(example * ArcCanvas.CELLS + cell) >= ArcCanvas.FIRST_COLOUR) {
        top = Math.min(top, cell / side);
        left = Math.min(left, cell % side);
        bottom = Math.max(bottom, cell / side + 1);
        right = Math.max(right, cell % side + 1);
      }
    }
    byte[] colours = new byte[(bottom - top) * (right - left)];
    for (int i = 0; i < colours.length; i++) {
      int row = top + i / (right - left);
      int column = left + i % (right - left);
      colours[i] =
          (byte)
              (examples.get(example * ArcCanvas.CELLS + row * side + column)
                  - ArcCanvas.FIRST_COLOUR);
    }
    return ArcCanvas.tokens(ArcGrid.of(bottom - top, right - left, colours));
  }

  /** A file under TRM_GOLDEN_DIR, or ../shared/golden as seen from the project's root. */
  private static Path shared(String file) {
    String named = System.getenv().getOrDefault("TRM_GOLDEN_DIR", "../shared/golden");
    for (Path base = Path.of("").toAbsolutePath(); base != null; base = base.getParent()) {
      Path path = base.resolve(named).resolve(file).normalize();
      if (Files.exists(path)) {
        return path;
      }
    }
    assumeTrue(false, () -> file + " is absent: golden numbers are not checked");
    throw new AssertionError();
  }
}
