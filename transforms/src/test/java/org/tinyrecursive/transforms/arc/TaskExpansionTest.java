package org.tinyrecursive.transforms.arc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class TaskExpansionTest {
  private static final long SEED = 7;

  @Provide
  Arbitrary<ArcTask> tasks() {
    return ArcArbitraries.tasks();
  }

  @Property(tries = 60)
  void fingerprintsAreEqualExactlyWhereTheContentIs(
      @ForAll("tasks") ArcTask task, @ForAll long seed) {
    TaskFingerprint fingerprint = new TaskFingerprint(task);
    Set<Long> fingerprints = new HashSet<>();
    Set<List<String>> contents = new HashSet<>();
    List<Augmentation> tried = new ArrayList<>(List.of(Augmentation.IDENTITY));
    new UniqueAugmentations(task, seed, 30).forEachRemaining(tried::add);
    for (Dihedral transform : Dihedral.values()) {
      tried.add(new Augmentation(transform, ColourPermutation.IDENTITY));
      tried.add(new Augmentation(transform, ColourPermutation.parse("0213456789")));
    }
    for (Augmentation augmentation : tried) {
      fingerprints.add(fingerprint.of(augmentation));
      contents.add(content(augmentation.apply(task)));
    }
    assertThat(fingerprints).hasSameSizeAs(contents);
  }

  @Test
  void aTaskOfMuchSymmetryHasFewAugmentations() {
    // One colour besides the background, and looks the same however it is turned: nine colours.
    ArcPair pair = new ArcPair(ArcGrid.parse("010/111/010"), ArcGrid.parse("1"));
    ArcTask task = new ArcTask("plus", List.of(pair), List.of(pair));
    assertThat(UniqueAugmentations.count(task, SEED, 1000)).isEqualTo(8);
    // A blank one has none, and the tries come to an end.
    ArcPair blank = new ArcPair(ArcGrid.parse("0"), ArcGrid.parse("0"));
    assertThat(
            UniqueAugmentations.count(
                new ArcTask("blank", List.of(blank), List.of(blank)), SEED, 1000))
        .isZero();
  }

  @Test
  void twoPairsThatTradePlacesAreNotNewContent() {
    ArcPair lying = new ArcPair(ArcGrid.parse("11"), ArcGrid.parse("0"));
    ArcPair standing = new ArcPair(ArcGrid.parse("1/1"), ArcGrid.parse("0"));
    TaskFingerprint fingerprint =
        new TaskFingerprint(new ArcTask("t", List.of(lying), List.of(standing)));
    assertThat(fingerprint.of(new Augmentation(Dihedral.TRANSPOSE, ColourPermutation.IDENTITY)))
        .isEqualTo(fingerprint.of(Augmentation.IDENTITY));
  }

  @Property(tries = 30)
  void augmentationsAreUniqueAndDrawnFromTheSeedAlone(@ForAll("tasks") ArcTask task) {
    List<Augmentation> first = all(new UniqueAugmentations(task, SEED, 50));
    assertThat(all(new UniqueAugmentations(task, SEED, 50))).isEqualTo(first);
    Set<List<String>> contents = new HashSet<>(Set.of(content(task)));
    for (Augmentation augmentation : first) {
      assertThat(contents.add(content(augmentation.apply(task)))).isTrue();
    }
    assertThat(UniqueAugmentations.count(task, SEED, 50)).isEqualTo(first.size());
  }

  @Property(tries = 40)
  void examplesAreTheAugmentedPairsAndOneOfEachPuzzleStaysInTheCorner(@ForAll("tasks") ArcTask task)
      throws IOException {
    List<ArcTask> puzzles = new ArrayList<>(List.of(task));
    new UniqueAugmentations(task, SEED, 4).forEachRemaining(by -> puzzles.add(by.apply(task)));
    int[] inCorner = new int[puzzles.size()];
    List<List<ArcPair>> learned = lists(puzzles.size());
    List<List<ArcPair>> heldOut = lists(puzzles.size());
    TaskExpansion expansion = new TaskExpansion(SEED, 4);
    expansion.expandTrain(
        task,
        TestPairs.HELD_OUT,
        (puzzle, example, inputs, labels) -> {
          assertThat(example).isEqualTo(learned.get(puzzle).size());
          learned.get(puzzle).add(read(inputs, labels));
          inCorner[puzzle] += inputs[0] != 0 && labels[0] != 0 ? 1 : 0;
        });
    expansion.expandTest(
        task,
        (puzzle, example, inputs, labels) -> {
          assertThat(inputs).isEqualTo(ArcCanvas.tokens(read(inputs, labels).input()));
          assertThat(labels).isEqualTo(ArcCanvas.tokens(read(inputs, labels).output()));
          heldOut.get(puzzle).add(read(inputs, labels));
        });
    for (int puzzle = 0; puzzle < puzzles.size(); puzzle++) {
      assertThat(learned.get(puzzle)).isEqualTo(puzzles.get(puzzle).train());
      assertThat(heldOut.get(puzzle)).isEqualTo(puzzles.get(puzzle).test());
      assertThat(inCorner[puzzle]).isPositive();
    }
  }

  @Property(tries = 40)
  void testPairsThatAreNotHeldOutFollowTheTrainPairs(@ForAll("tasks") ArcTask task)
      throws IOException {
    List<ArcPair> learned = new ArrayList<>();
    new TaskExpansion(SEED, 0)
        .expandTrain(
            task,
            TestPairs.LEARNED,
            (puzzle, example, inputs, labels) -> learned.add(read(inputs, labels)));
    assertThat(learned)
        .isEqualTo(Stream.concat(task.train().stream(), task.test().stream()).toList());
  }

  @Test
  void placesAreSpreadOverTheCanvas() throws IOException {
    ArcPair small = new ArcPair(ArcGrid.parse("12"), ArcGrid.parse("345"));
    ArcTask task = new ArcTask("t", List.of(small, small), List.of(small));
    Set<Integer> places = new HashSet<>();
    new TaskExpansion(SEED, 3000)
        .expandTrain(
            task,
            TestPairs.HELD_OUT,
            (puzzle, example, inputs, labels) -> {
              int at = first(inputs);
              assertThat(first(labels)).isEqualTo(at);
              places.add(at);
            });
    assertThat(places).hasSizeGreaterThan(700).allMatch(at -> at < ArcCanvas.CELLS);
  }

  private static int first(byte[] tokens) {
    int at = 0;
    while (tokens[at] == 0) {
      at++;
    }
    return at;
  }

  private static ArcPair read(byte[] inputs, byte[] labels) {
    return new ArcPair(ArcCanvas.read(inputs).orElseThrow(), ArcCanvas.read(labels).orElseThrow());
  }

  private static List<List<ArcPair>> lists(int count) {
    return Stream.generate(() -> (List<ArcPair>) new ArrayList<ArcPair>()).limit(count).toList();
  }

  private static List<Augmentation> all(Iterator<Augmentation> augmentations) {
    List<Augmentation> all = new ArrayList<>();
    augmentations.forEachRemaining(all::add);
    return all;
  }

  private static List<String> content(ArcTask task) {
    return Stream.concat(task.train().stream(), task.test().stream())
        .map(pair -> pair.input() + "|" + pair.output())
        .sorted()
        .toList();
  }
}
