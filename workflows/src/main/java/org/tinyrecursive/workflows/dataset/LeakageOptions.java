package org.tinyrecursive.workflows.dataset;

import org.tinyrecursive.transforms.leakage.OnLeakage;
import picocli.CommandLine.Option;

/** What a build does where training holds what is tested. Use it as a mixin. */
final class LeakageOptions {
  @Option(
      names = "--fail-on-leakage",
      description = "refuse to build where training holds what is tested, also up to symmetry")
  private boolean failOnLeakage;

  OnLeakage onLeakage() {
    return failOnLeakage ? OnLeakage.REFUSE : OnLeakage.REPORT;
  }
}
