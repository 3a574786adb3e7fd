package org.tinyrecursive.pipelines.predict;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;

/** A summary as a file, keys in snake_case. */
final class PredictionSummaryJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private PredictionSummaryJson() {}

  static void write(Path file, PredictionSummary summary) throws IOException {
    JSON.writeValue(file.toFile(), summary);
  }

  static PredictionSummary read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), PredictionSummary.class);
  }
}
