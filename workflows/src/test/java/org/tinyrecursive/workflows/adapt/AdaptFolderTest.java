package org.tinyrecursive.workflows.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.workflows.adapt.AdaptFolder.Earlier;

class AdaptFolderTest {
  @TempDir private Path temp;

  private static SortedMap<String, String> purpose(int numAug) {
    return new TreeMap<>(Map.of("--num-aug", Integer.toString(numAug)));
  }

  @Test
  void whatWasBegunIsGoneOnWithForTheSamePurposeOnly() throws IOException {
    Path root = temp.resolve("a");
    AdaptFolder.open(root, purpose(4), Earlier.REFUSE);

    AdaptFolder again = AdaptFolder.open(root, purpose(4), Earlier.GO_ON);
    assertThat(again.isTrained()).isFalse();
    again.trained(new TreeMap<>(Map.of("end", "completed")));
    assertThat(AdaptFolder.open(root, purpose(4), Earlier.GO_ON).isTrained()).isTrue();

    assertThatThrownBy(() -> AdaptFolder.open(root, purpose(4), Earlier.REFUSE))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("holds an adaptation; add --resume");
    assertThatThrownBy(() -> AdaptFolder.open(root, purpose(5), Earlier.GO_ON))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("--num-aug is 5")
        .hasMessageContaining("begun with 4");
  }

  @Test
  void anythingElseIsLeftAlone() throws IOException {
    Path other = Files.createDirectory(temp.resolve("other"));
    Files.writeString(other.resolve("thesis.txt"), "years of work");
    assertThatThrownBy(() -> AdaptFolder.open(other, purpose(4), Earlier.GO_ON))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("is not empty and holds no adaptation");
    assertThat(other.resolve("adapt.json")).doesNotExist();

    Path broken = Files.createDirectory(temp.resolve("broken"));
    Files.writeString(broken.resolve("adapt.json"), "{\"--num");
    assertThatThrownBy(() -> AdaptFolder.open(broken, purpose(4), Earlier.GO_ON))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("adapt.json is not what trm adapt wrote");
  }
}
