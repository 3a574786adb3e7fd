package org.tinyrecursive.transforms.beam;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.beam.sdk.values.PCollectionView;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * What companions are made from: the lines that expansions noted, see {@link GroupRows#note}, and
 * what other steps found, see {@link Companion#views}.
 */
public final class ShardNotes {
  private final BuildPlace place;
  private final List<WrittenShard> shards;
  private final SideInputs found;

  ShardNotes(BuildPlace place, List<WrittenShard> shards, SideInputs found) {
    this.place = place;
    this.shards = shards;
    this.found = found;
  }

  /** The contents of views. */
  @FunctionalInterface
  interface SideInputs {
    <T> T of(PCollectionView<T> view);
  }

  /** What another step found, one of the companion's {@link Companion#views}. */
  public <T> T found(PCollectionView<T> view) {
    return found.of(view);
  }

  /** Gives the lines of a split, in the order of its groups; none where there is no such split. */
  public void read(String split, Consumer<String> lines) throws IOException {
    List<WrittenShard> inOrder =
        shards.stream()
            .filter(shard -> shard.split().equals(split))
            .sorted(Comparator.comparingInt(WrittenShard::shard))
            .toList();
    for (WrittenShard shard : inOrder) {
      if (shard.hasNotes()) {
        readFile(notesOf(shard), lines);
      }
    }
  }

  /** A shard of a dataset that is being mended has none: all shards were to be as before. */
  private String notesOf(WrittenShard shard) throws IOException {
    String file = ShardParts.notes(shard.key());
    if (place.size(file).isEmpty()) {
      throw new InputRefusedException(
          "a raw file has changed while %s was being mended; build again".formatted(shard.file()));
    }
    return file;
  }

  private void readFile(String file, Consumer<String> lines) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(place.open(file), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.accept(line);
      }
    }
  }
}
