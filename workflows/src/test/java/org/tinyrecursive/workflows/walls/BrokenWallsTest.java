package org.tinyrecursive.workflows.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinyrecursive.workflows.Main;

/** A small project of its own, in the package broken, breaks every rule where it is told to. */
class BrokenWallsTest {
  private static final String ROOT = BrokenWallsTest.class.getPackageName() + ".broken";
  private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(ROOT);

  static Stream<Arguments> violations() {
    Walls walls = new Walls(ROOT);
    return Stream.of(
        arguments(walls.modulesPointOneWay(), "transforms.KnowsPipelines"),
        arguments(walls.modulesPointOneWay(), "rna.KnowsModel"),
        arguments(walls.modulesPointOneWay(), "modeltf.KnowsRna"),
        arguments(walls.modulesPointOneWay(), "pipelines.KnowsWorkflows"),
        arguments(walls.modelSeesDatasetsNotPuzzles(), "modeltf.KnowsSudoku"),
        arguments(walls.domainKnowsNoEngine(), "transforms.sudoku.KnowsBeam"),
        arguments(walls.domainKnowsNoEngine(), "transforms.dataset.KnowsTensorFlow"),
        arguments(walls.modelKnowsNoBeam(), "modeltf.KnowsBeam"),
        arguments(walls.onlyModelKnowsTensorFlow(), "transforms.dataset.KnowsTensorFlow"),
        arguments(walls.onlyStructureFilesKnowBioJava(), "rna.KnowsBioJava"),
        arguments(walls.onlyTheCommandParsesArguments(), "pipelines.KnowsPicocli"),
        arguments(walls.packagesFormNoCycle(), "transforms.sudoku.Grid"),
        arguments(Manners.typesSayWhatTheyAre(), "transforms.sudoku.GridUtils"),
        arguments(Manners.callsSayWhatTheyMean(), "transforms.sudoku.Grid.draw(boolean)"),
        arguments(Manners.onlyMainOpensStandardOutput(Main.class), "transforms.sudoku.GridUtils"));
  }

  @ParameterizedTest
  @MethodSource("violations")
  void isFound(ArchRule rule, String offender) {
    assertThat(String.join("\n", rule.evaluate(BROKEN).getFailureReport().getDetails()))
        .contains(ROOT + "." + offender);
  }
}
