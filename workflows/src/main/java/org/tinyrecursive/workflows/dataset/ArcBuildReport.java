package org.tinyrecursive.workflows.dataset;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.tinyrecursive.transforms.arc.ArcVersion;
import org.tinyrecursive.transforms.leakage.LeakageReport;

/** What a build of an ARC dataset prints; components are the keys of the JSON result. */
record ArcBuildReport(
    @JsonUnwrapped BuildReport build,
    String testSet,
    int testTasks,
    int testOutputs,
    String testSetVersion,
    long leakedTasks,
    long leakedTasksSymmetric,
    long leakedExamples,
    long leakedExamplesSymmetric) {

  static ArcBuildReport of(BuildReport build, String testSet, LeakageReport leakage) {
    return new ArcBuildReport(
        build,
        testSet,
        leakage.testTasks(),
        leakage.testExamples(),
        ArcVersion.describeTestSet(leakage.testTasks(), leakage.testExamples()),
        leakage.tasksExact(),
        leakage.tasksSymmetric(),
        leakage.examplesExact(),
        leakage.examplesSymmetric());
  }

  String text(LeakageReport leakage) {
    return """
        Test set %s: %,d tasks, %,d test outputs, %s.
        Leakage: %s.
        %s"""
        .formatted(
            testSet, testTasks, testOutputs, testSetVersion, leakage.summary(), build.text());
  }
}
