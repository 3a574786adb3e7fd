package org.tinyrecursive.workflows.doctor;

import java.util.List;
import org.tinyrecursive.workflows.cli.ByteText;

/** The Java that runs this. */
final class JavaCheck implements Check {
  private static final int NEEDED = 17;

  @Override
  public List<Finding> findings() {
    return List.of(version(), heap());
  }

  private static Finding version() {
    Runtime.Version version = Runtime.version();
    String found =
        "%s, %s %s"
            .formatted(
                version, System.getProperty("java.vm.name"), System.getProperty("java.home"));
    if (version.feature() < NEEDED) {
      return Finding.problem("java", found, "install JDK 17 or newer and set JAVA_HOME to it");
    }
    return version.feature() == NEEDED
        ? Finding.ok("java", found)
        : Finding.note("java", found, "works in principle; trm is tested on JDK 17");
  }

  private static Finding heap() {
    return Finding.ok(
        "java heap",
        "at most "
            + ByteText.format(Runtime.getRuntime().maxMemory())
            + " in this process; TRM_JAVA_OPTS=-Xmx… changes it");
  }
}
