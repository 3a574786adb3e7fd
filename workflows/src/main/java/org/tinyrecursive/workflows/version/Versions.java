package org.tinyrecursive.workflows.version;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;

/** Versions of what a result may depend on; "unknown" where a part does not tell. */
public record Versions(String trm, String java, String beam, String arrow, String tensorflowJava) {
  /** Versions of what runs now. */
  public static Versions current() {
    return new Versions(
        orUnknown(Versions.class.getPackage().getImplementationVersion()),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        mavenVersion("org.apache.beam", "beam-sdks-java-core"),
        mavenVersion("org.apache.arrow", "arrow-vector"),
        mavenVersion("org.tensorflow", "tensorflow-core-api"));
  }

  /** Those that training depends on, by the names that checkpoints use. */
  public Map<String, String> byName() {
    return Map.of("trm", trm, "java", java, "tensorflow_java", tensorflowJava);
  }

  private static String mavenVersion(String group, String artifact) {
    String resource = "/META-INF/maven/%s/%s/pom.properties".formatted(group, artifact);
    try (InputStream in = Versions.class.getResourceAsStream(resource)) {
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
