package org.tinyrecursive.transforms.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTreeTest {
  @TempDir Path dir;

  @Test
  void everythingInItGoesAndNothingBesideIt() throws IOException {
    Path tree = Files.createDirectories(dir.resolve("tree/a/b")).getParent().getParent();
    Files.writeString(tree.resolve("a/b/file"), "x");
    Path beside = Files.writeString(dir.resolve("tree-beside"), "x");
    FolderTree.delete(tree);
    assertThat(tree).doesNotExist();
    assertThat(beside).exists();
  }

  @Test
  void aLinkGoesButNotWhatItLeadsTo() throws IOException {
    Path kept = Files.writeString(Files.createDirectory(dir.resolve("kept")).resolve("file"), "x");
    Path tree = Files.createDirectory(dir.resolve("tree"));
    Files.createSymbolicLink(tree.resolve("link"), kept.getParent());
    FolderTree.delete(tree);
    assertThat(tree).doesNotExist();
    assertThat(kept).exists();
  }

  @Test
  void nothingHappensWhereThereIsNone() throws IOException {
    FolderTree.delete(dir.resolve("none"));
    assertThat(dir).isEmptyDirectory();
  }

  @Test
  void whatIsWrittenMeanwhileGoesToo() throws Exception {
    Path tree = Files.createDirectory(dir.resolve("tree"));
    Path busy = Files.createDirectory(tree.resolve("busy"));
    ExecutorService others = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> written = others.submit(() -> write(busy));
      while (isEmpty(busy)) {
        Thread.onSpinWait();
      }
      FolderTree.delete(tree);
      assertThat(written.get()).isPositive();
      assertThat(tree).doesNotExist();
    } finally {
      others.shutdownNow();
    }
  }

  private static boolean isEmpty(Path folder) {
    String[] names = folder.toFile().list();
    return names == null || names.length == 0;
  }

  /** Writes until its folder is gone. */
  private static int write(Path folder) throws IOException, InterruptedException {
    for (int i = 0; ; i++) {
      try {
        Files.writeString(folder.resolve("file-" + i), "x");
        Thread.sleep(1);
      } catch (NoSuchFileException gone) {
        return i;
      }
    }
  }
}
