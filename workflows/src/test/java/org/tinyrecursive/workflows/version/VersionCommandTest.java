package org.tinyrecursive.workflows.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.workflows.Trm;

class VersionCommandTest {
  @ParameterizedTest
  @ValueSource(strings = {"version", "--version", "-V"})
  void versionsAreToldHoweverOneAsks(String asked) {
    assertThat(Trm.run(asked).requireDone().out())
        .startsWith("trm ")
        .contains("Java  ", System.getProperty("java.runtime.version"), "TensorFlow Java  ");
  }

  @Test
  void librariesTellTheirVersions() {
    JsonNode versions = Trm.run("--version", "--format", "json").requireDone().json();

    assertThat(versions.path("beam").asText()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(versions.path("arrow").asText()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(versions.path("tensorflow_java").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
  }
}
