package org.tinyrecursive.workflows.version;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the versions that matter in a report of a problem. */
@Command
public final class VersionCommand implements Callable<Integer> {
  @Mixin private ResultOptions result;

  @Override
  public Integer call() {
    Versions versions =
        new Versions(
            orUnknown(VersionCommand.class.getPackage().getImplementationVersion()),
            System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
            mavenVersion("org.apache.beam", "beam-sdks-java-core"),
            mavenVersion("org.apache.arrow", "arrow-vector"),
            mavenVersion("org.tensorflow", "tensorflow-core-api"));
    result.print(versions::text, versions);
    return ExitCode.DONE;
  }

  private static String mavenVersion(String group, String artifact) {
    String resource = "/META-INF/maven/%s/%s/pom.properties".formatted(group, artifact);
    try (InputStream in = VersionCommand.class.getResourceAsStream(resource)) {
      if (in == null) {
        return orUnknown(null);
      }
      Properties properties = new Properties();
      properties.load(in);
      return orUnknown(properties.getProperty("version"));
    } catch (IOException unreadable) {
      return "unreadable: " + unreadable.getMessage();
    }
  }

  private static String orUnknown(String version) {
    return version == null ? "unknown" : version;
  }

  record Versions(String trm, String java, String beam, String arrow, String tensorflowJava) {
    String text() {
      return """
      trm              %s
      Java             %s
      Beam             %s
      Arrow            %s
      TensorFlow Java  %s"""
          .formatted(trm, java, beam, arrow, tensorflowJava);
    }
  }
}
