package org.tinyrecursive.workflows.walls;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/**
 * Who may know whom, for the packages below a root: the project's own, or those of the fixtures
 * that break each rule once.
 */
record Walls(String root) {
  private static final String[] BEAM = {"org.apache.beam.."};
  private static final String[] TENSORFLOW = {"org.tensorflow..", "org.bytedeco.."};

  /** The table of modules in ARCHITECTURE.md. A module that has no class yet is left out. */
  ArchRule modulesPointOneWay() {
    return layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("transforms")
        .definedBy(module("transforms"))
        .layer("rna")
        .definedBy(module("rna"))
        .layer("model-tf")
        .definedBy(module("modeltf"))
        .layer("pipelines")
        .definedBy(module("pipelines"))
        .layer("workflows")
        .definedBy(module("workflows"))
        .whereLayer("transforms")
        .mayNotAccessAnyLayer()
        .whereLayer("rna")
        .mayOnlyAccessLayers("transforms")
        .whereLayer("model-tf")
        .mayOnlyAccessLayers("transforms")
        .whereLayer("pipelines")
        .mayOnlyAccessLayers("transforms", "rna", "model-tf")
        .whereLayer("workflows")
        .mayOnlyAccessLayers("transforms", "rna", "model-tf", "pipelines");
  }

  /** Of transforms, the model sees the dataset reader and what every module shares. */
  ArchRule modelSeesDatasetsNotPuzzles() {
    return noClasses()
        .that()
        .resideInAPackage(module("modeltf"))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                module("transforms.sudoku"),
                module("transforms.maze"),
                module("transforms.arc"),
                module("transforms.csv"),
                module("transforms.samples"),
                module("transforms.beam")))
        .allowEmptyShould(true);
  }

  ArchRule domainKnowsNoEngine() {
    return noClasses()
        .that()
        .resideInAnyPackage(
            module("transforms.sudoku"),
            module("transforms.maze"),
            module("transforms.arc"),
            module("transforms.csv"),
            module("transforms.samples"),
            module("transforms.dataset"),
            module("transforms.measure"),
            module("transforms.leakage"),
            module("transforms.export"),
            module("transforms.random"),
            module("transforms.statistics"),
            module("rna.structure"),
            module("rna.io"),
            module("rna.score"),
            module("rna.sample"),
            module("rna.dataset"),
            module("rna.fold"),
            module("rna.align"),
            module("rna.template"),
            module("rna.assembly"),
            module("rna.pdb"))
        .should()
        .dependOnClassesThat(resideInAnyPackage(BEAM).or(resideInAnyPackage(TENSORFLOW)));
  }

  ArchRule modelKnowsNoBeam() {
    return noClasses()
        .that()
        .resideInAPackage(module("modeltf"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(BEAM);
  }

  /** Everything else reaches the model through the classes of model-tf. */
  ArchRule onlyModelKnowsTensorFlow() {
    return noClasses()
        .that()
        .resideInAnyPackage(
            module("transforms"), module("rna"), module("pipelines"), module("workflows"))
        .and()
        .resideOutsideOfPackages(module("workflows.version"), module("workflows.doctor"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(TENSORFLOW);
  }

  /** What its classes hold becomes chains of our own before anything else sees it. */
  ArchRule onlyStructureFilesKnowBioJava() {
    return noClasses()
        .that(resideOutsideOfPackage(module("rna.pdb")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.biojava..");
  }

  ArchRule onlyTheCommandParsesArguments() {
    return noClasses()
        .that(resideOutsideOfPackage(module("workflows")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..");
  }

  /** Every package is a slice of its own, a module's root package too. */
  ArchRule packagesFormNoCycle() {
    return slices().assignedFrom(new OnePackageOneSlice(root)).should().beFreeOfCycles();
  }

  private String module(String name) {
    return root + "." + name + "..";
  }

  private record OnePackageOneSlice(String root) implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      return name.startsWith(root) ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "the packages of " + root;
    }
  }
}
