package org.tinyrecursive.workflows.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.function.Supplier;

/** How a command prints its result. */
public enum ResultFormat {
  /** For people. */
  TEXT,
  /** One JSON object, the last line on stdout. */
  JSON;

  /**
   * Prints a result.
   *
   * @param text the result for people, without a last line break; asked for only if needed
   * @param json a record or map; numbers in it that are not finite are printed as null
   */
  public void print(PrintWriter out, Supplier<String> text, Object json) {
    out.println(this == JSON ? toJson(json) : text.get());
    out.flush();
  }

  private static String toJson(Object value) {
    ObjectMapper mapper = new ObjectMapper();
    mapper.registerModule(
        new SimpleModule()
            .addSerializer(double.class, new Measured())
            .addSerializer(Double.class, new Measured()));
    mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    mapper.disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
    try {
      return mapper.writeValueAsString(value);
    } catch (JsonProcessingException unprintable) {
      throw new IllegalStateException("the result cannot be printed as JSON", unprintable);
    }
  }

  /** JSON has no NaN: what could not be measured is null, not a text among numbers. */
  private static final class Measured extends JsonSerializer<Double> {
    @Override
    public void serialize(Double value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      if (Double.isFinite(value)) {
        json.writeNumber(value);
      } else {
        json.writeNull();
      }
    }
  }
}
