package org.tinyrecursive.transforms.arc.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tinyrecursive.transforms.arc.ArcGrid;
import org.tinyrecursive.transforms.random.StableRandom;

/** One cell of the colour, the background aside, that most or fewest cells have. */
record CommonColour(Which which) implements Rule {
  enum Which {
    MOST,
    FEWEST
  }

  static List<Rule> all() {
    return List.of(new CommonColour(Which.MOST), new CommonColour(Which.FEWEST));
  }

  @Override
  public ArcGrid input(StableRandom random) {
    int[] colours = Palette.draw(random, 3);
    return Scene.strew(Scene.blank(random, 4, 8), 0.5, random, colours).grid();
  }

  @Override
  public Optional<ArcGrid> apply(ArcGrid input) {
    int[] cells = new int[ArcGrid.COLOURS];
    for (byte colour : input.toCells()) {
      cells[colour]++;
    }
    int[] counts = Arrays.stream(cells, 1, cells.length).filter(count -> count > 0).toArray();
    if (counts.length < 2) {
      return Optional.empty();
    }
    Arrays.sort(counts);
    int wanted = which == Which.MOST ? counts[counts.length - 1] : counts[0];
    int[] found =
        IntStream.range(1, cells.length).filter(colour -> cells[colour] == wanted).toArray();
    return found.length > 1
        ? Optional.empty()
        : Optional.of(Sketch.blank(1, 1).set(0, 0, found[0]).grid());
  }
}
