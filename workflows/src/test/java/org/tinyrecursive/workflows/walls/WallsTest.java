package org.tinyrecursive.workflows.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tinyrecursive.workflows.Main;

/** The project keeps its own rules. That each of them can fail: see {@link BrokenWallsTest}. */
class WallsTest {
  private static final String ROOT = "org.tinyrecursive";

  /** ArchUnit knows folders of tests, but not their jars. */
  private static final String TEST_JAR = "-tests.jar";

  private static JavaClasses project;

  @BeforeAll
  static void readTheClasses() {
    project =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains(TEST_JAR))
            .importPackages(ROOT);
  }

  static Stream<ArchRule> rules() {
    Walls walls = new Walls(ROOT);
    return Stream.of(
        walls.modulesPointOneWay(),
        walls.modelSeesDatasetsNotPuzzles(),
        walls.domainKnowsNoEngine(),
        walls.modelKnowsNoBeam(),
        walls.onlyModelKnowsTensorFlow(),
        walls.onlyStructureFilesKnowBioJava(),
        walls.onlyTheCommandParsesArguments(),
        walls.packagesFormNoCycle(),
        Manners.typesSayWhatTheyAre(),
        Manners.callsSayWhatTheyMean(),
        Manners.onlyMainOpensStandardOutput(Main.class));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(ArchRule rule) {
    rule.check(project);
  }

  @Test
  void seesTheClassesOfEveryModule() {
    for (String module : List.of("transforms", "rna", "modeltf", "pipelines", "workflows")) {
      assertThat(project)
          .as(module)
          .anyMatch(type -> type.getPackageName().startsWith(ROOT + "." + module + "."));
    }
  }
}
