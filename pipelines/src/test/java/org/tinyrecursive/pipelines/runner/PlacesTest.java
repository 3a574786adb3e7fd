package org.tinyrecursive.pipelines.runner;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.pipelines.runner.Engine.Reach;
import org.tinyrecursive.transforms.InputRefusedException;

class PlacesTest {
  @TempDir private Path folder;

  @Test
  void jobWhoseFilesWentToOtherDisksIsRefused() throws IOException {
    Files.createFile(folder.resolve(".lock"));
    Places places = new Places(Reach.SHARED_FILES);
    places.writesInto("--output-dir", folder.toString());

    assertThatThrownBy(places::requireResults)
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("--output-dir: the job is done, but its files are not in " + folder);

    Files.createDirectory(folder.resolve("train"));
    assertThatCode(places::requireResults).doesNotThrowAnyException();
  }

  @Test
  void cloudSeesAddressesOnly() {
    Places places = new Places(Reach.ADDRESSES);

    assertThatCode(() -> places.requireReachable("--train", "gs://bucket/train.csv"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> places.requireReachable("--train", "train.csv"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("--train is train.csv, a local path");
  }
}
