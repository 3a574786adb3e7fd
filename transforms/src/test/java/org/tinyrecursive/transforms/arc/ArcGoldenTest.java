package org.tinyrecursive.transforms.arc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens and augmentations against those of the published code. */
@Tag("golden")
class ArcGoldenTest {

  @ParameterizedTest
  @ValueSource(strings = {"training", "evaluation", "concept", "training2", "evaluation2"})
  void everySubsetHasThePublishedTokens(String subset) throws Exception {
    JsonNode expected = golden().get("tokenization").get(subset);
    List<ArcTask> tasks = SharedFiles.tasks(subset);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    int examples = 0;
    for (ArcTask task : tasks) {
      for (ArcPair pair : pairs(task)) {
        digest.update(ArcCanvas.tokens(pair.input()));
        digest.update(ArcCanvas.tokens(pair.output()));
        examples++;
      }
    }
    assertThat(tasks).hasSize(expected.get("puzzles").asInt());
    assertThat(examples).isEqualTo(expected.get("examples").asInt());
    assertThat(HexFormat.of().formatHex(digest.digest()))
        .isEqualTo(expected.get("sha256").asText());
  }

  @Test
  void everyAugmentationHasThePublishedTokensAndGrids() throws Exception {
    JsonNode cases = golden().get("augmentation");
    Map<String, ArcTask> tasks = new HashMap<>();
    // Both versions hold 72a961c9 and others, with their pairs in another order: the first counts.
    for (String subset : List.of("training2", "evaluation2", "concept", "evaluation", "training")) {
      tasks.putAll(
          SharedFiles.tasks(subset).stream()
              .collect(Collectors.toMap(ArcTask::id, Function.identity())));
    }
    assertThat(cases).isNotEmpty();
    for (JsonNode expected : cases) {
      PuzzleName name = PuzzleName.parse(expected.get("augmented_id").asText());
      assertThat(name).hasToString(expected.get("augmented_id").asText());
      assertThat(expected.get("example").asText()).isEqualTo("train[0]");
      ArcPair pair = tasks.get(name.task()).train().get(0);
      check(name, pair.input(), expected, "input");
      check(name, pair.output(), expected, "label");
    }
  }

  private static void check(PuzzleName name, ArcGrid original, JsonNode expected, String role)
      throws Exception {
    Augmentation augmentation = name.fromOriginal();
    ArcGrid grid = augmentation.apply(original);
    byte[] drawn = new byte[ArcCanvas.CELLS];
    ArcCanvas.draw(original, augmentation, 0, 0, drawn);
    assertThat(grid.sha256())
        .as("%s %s grid", name, role)
        .isEqualTo(expected.get(role + "_grid_hash").asText());
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(drawn)))
        .as("%s %s tokens", name, role)
        .isEqualTo(expected.get(role + "_sha256").asText());
    assertThat(ArcCanvas.tokens(grid)).isEqualTo(drawn);
  }

  private static List<ArcPair> pairs(ArcTask task) {
    List<ArcPair> pairs = new ArrayList<>(task.train());
    pairs.addAll(task.test());
    return pairs;
  }

  private static JsonNode golden() throws IOException {
    return new ObjectMapper().readTree(SharedFiles.golden("arc/arc_golden.json").toFile());
  }
}
