package org.tinyrecursive.workflows.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** How public code is named and called, whatever module it is in. */
final class Manners {
  private Manners() {}

  static ArchRule typesSayWhatTheyAre() {
    return classes()
        .should()
        .haveNameNotMatching(".*(Utils?|Manager|Helpers?)")
        .because("a name that fits every class says nothing about this one");
  }

  static ArchRule callsSayWhatTheyMean() {
    return codeUnits()
        .that()
        .arePublic()
        .and(areNotConstructorsOfRecords())
        .should(takeNoBoolean())
        .because("true and false say nothing where they are passed: use an enum or two methods");
  }

  /** The streams are opened once and handed down, so that every command can be tested. */
  static ArchRule onlyMainOpensStandardOutput(Class<?> main) {
    return noClasses()
        .that()
        .doNotHaveFullyQualifiedName(main.getName())
        .should()
        .accessField(System.class, "out");
  }

  private static DescribedPredicate<JavaCodeUnit> areNotConstructorsOfRecords() {
    return DescribedPredicate.describe(
        "are not constructors of records",
        unit -> !(unit instanceof JavaConstructor && unit.getOwner().isRecord()));
  }

  private static ArchCondition<JavaCodeUnit> takeNoBoolean() {
    return new ArchCondition<>("take no boolean") {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        for (JavaClass type : unit.getRawParameterTypes()) {
          if (type.isEquivalentTo(boolean.class) || type.isEquivalentTo(Boolean.class)) {
            events.add(
                SimpleConditionEvent.violated(unit, unit.getDescription() + " takes a boolean"));
          }
        }
      }
    };
  }
}
