package org.tinyrecursive.transforms.arc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tinyrecursive.transforms.leakage.LeakageReport;
import org.tinyrecursive.transforms.random.StableRandom;

class ArcLeakageSearchTest {
  @Provide
  Arbitrary<ArcTask> tasks() {
    return ArcArbitraries.tasks();
  }

  @Provide
  Arbitrary<Augmentation> augmentations() {
    return ArcArbitraries.augmentations();
  }

  @Property(tries = 100)
  void whatAnAugmentationMakesHasTheSameCanonicalForm(
      @ForAll("tasks") ArcTask task, @ForAll("augmentations") Augmentation augmentation) {
    ArcPair pair = task.train().get(0);
    assertThat(ArcCanonicalForm.of(augmentation.apply(pair))).isEqualTo(ArcCanonicalForm.of(pair));
  }

  @Test
  void theBackgroundIsNoColourToRename() {
    assertThat(ArcCanonicalForm.of(pair("01", "0")))
        .isEqualTo(ArcCanonicalForm.of(pair("70", "0")))
        .isNotEqualTo(ArcCanonicalForm.of(pair("12", "1")));
  }

  @Test
  void aTaskOfItsOwnLeaksNothing() {
    ArcLeakageSearch search = new ArcLeakageSearch();
    search.add(ArcArbitraries.task("a", StableRandom.of(1)), TestPairs.LEARNED);
    search.add(ArcArbitraries.task("b", StableRandom.of(2)), TestPairs.HELD_OUT);
    assertThat(search.report().matches()).isEmpty();
    assertThat(search.report().testTasks()).isEqualTo(1);
  }

  @Test
  void aTurnedTaskIsFoundAndTold() throws IOException {
    ArcTask learned = ArcArbitraries.task("a", StableRandom.of(1));
    ArcTask turned =
        new Augmentation(Dihedral.ROTATE_90, ColourPermutation.parse("0132456789")).apply(learned);
    ArcLeakageSearch search = new ArcLeakageSearch();
    search.add(new ArcTask("b", turned.train(), turned.test()), TestPairs.HELD_OUT);
    search.add(learned, TestPairs.LEARNED);
    LeakageReport report = search.report();
    assertThat(report.tasksExact()).isZero();
    assertThat(report.tasksSymmetric()).isEqualTo(1);
    assertThat(report.examplesSymmetric()).isEqualTo(learned.test().size());
    assertThat(report.matches().get(0)).hasToString("task b is a up to symmetry");
    assertThat(LeakageReport.parse(report.toJson())).isEqualTo(report);
  }

  @Test
  void aTestPairAmongThePairsOfItsOwnTaskIsFound() {
    ArcPair pair = pair("12", "21");
    ArcLeakageSearch search = new ArcLeakageSearch();
    search.add(new ArcTask("a", List.of(pair), List.of(pair)), TestPairs.HELD_OUT);
    assertThat(search.report().matches())
        .extracting(Object::toString)
        .containsExactly("example a test[0] is a train[0]");
  }

  @Test
  @Tag("golden")
  void aTaskThatWasPublishedTwiceIsFound() throws IOException {
    ArcLeakageSearch search = new ArcLeakageSearch();
    SharedFiles.tasks("training").forEach(task -> search.add(task, TestPairs.LEARNED));
    SharedFiles.tasks("evaluation").forEach(task -> search.add(task, TestPairs.HELD_OUT));
    assertThat(search.report().tasksExact()).isEqualTo(1);
    assertThat(search.report().matches().get(0)).hasToString("task 070dd51e is 40853293");
  }

  private static ArcPair pair(String input, String output) {
    return new ArcPair(ArcGrid.parse(input), ArcGrid.parse(output));
  }
}
