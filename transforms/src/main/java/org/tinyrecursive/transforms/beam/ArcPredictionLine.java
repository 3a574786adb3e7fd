package org.tinyrecursive.transforms.beam;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.tinyrecursive.transforms.arc.ArcCanvas;
import org.tinyrecursive.transforms.csv.RejectedRowException;

/**
 * A prediction as a line of JSON: {@code {"puzzle": "<name>", "input": [<tokens>], "prediction":
 * [<tokens>], "q_halt_logit": <number>}}, fields in any order, others passed over.
 */
final class ArcPredictionLine {
  private static final JsonFactory JSON = new JsonFactory();

  private String puzzle;
  private byte[] input;
  private byte[] prediction;
  private double logit = Double.NaN;

  private ArcPredictionLine() {}

  /** Reads a line; names the field that is wrong. */
  static ArcPrediction parse(String line) throws RejectedRowException {
    ArcPredictionLine read = new ArcPredictionLine();
    try (JsonParser json = JSON.createParser(line)) {
      require(json.nextToken(), JsonToken.START_OBJECT, "line", "is no JSON object");
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        read.field(json.currentName(), json);
      }
      require(json.currentToken(), JsonToken.END_OBJECT, "line", "is no whole JSON object");
      require(
          json.nextToken(),
          null,
          "line",
          "has more behind its JSON object, expected one object a line");
    } catch (JsonProcessingException wrong) {
      throw new RejectedRowException("line", "is no JSON: " + wrong.getOriginalMessage());
    } catch (IOException neverOnText) {
      throw new UncheckedIOException(neverOnText);
    }
    return new ArcPrediction(
        present(read.puzzle, "puzzle"),
        present(read.input, "input"),
        present(read.prediction, "prediction"),
        read.logit);
  }

  private void field(String name, JsonParser json) throws IOException, RejectedRowException {
    JsonToken value = json.nextToken();
    switch (name) {
      case "puzzle" -> {
        require(value, JsonToken.VALUE_STRING, name, "is no text");
        puzzle = json.getText();
      }
      case "input" -> input = tokens(name, json);
      case "prediction" -> prediction = tokens(name, json);
      case "q_halt_logit" -> {
        if (!value.isNumeric()) {
          throw new RejectedRowException(name, "is no number");
        }
        logit = json.getDoubleValue();
      }
      default -> json.skipChildren();
    }
  }

  private static byte[] tokens(String name, JsonParser json)
      throws IOException, RejectedRowException {
    require(json.currentToken(), JsonToken.START_ARRAY, name, "is no list of tokens");
    byte[] tokens = new byte[ArcCanvas.CELLS];
    int count = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      require(json.currentToken(), JsonToken.VALUE_NUMBER_INT, name, "holds no whole numbers");
      if (count == tokens.length) {
        throw new RejectedRowException(name, "has more than %d tokens".formatted(tokens.length));
      }
      // A number too large for an int is a token of no meaning, like any other stray one.
      tokens[count++] =
          json.getNumberType() == JsonParser.NumberType.INT
              ? ArcPrediction.token(json.getIntValue())
              : ArcPrediction.STRAY;
    }
    return Arrays.copyOf(tokens, count);
  }

  private static void require(JsonToken found, JsonToken expected, String field, String reason)
      throws RejectedRowException {
    if (found != expected) {
      throw new RejectedRowException(field, reason);
    }
  }

  private static <T> T present(T value, String field) throws RejectedRowException {
    if (value == null) {
      throw new RejectedRowException(field, "is missing");
    }
    return value;
  }
}
