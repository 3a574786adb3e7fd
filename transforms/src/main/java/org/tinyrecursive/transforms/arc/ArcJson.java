package org.tinyrecursive.transforms.arc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * A JSON file, token by token; memory is that of one token. Where it is no JSON, the file is
 * refused; where it is another thing than asked for, the task is rejected.
 */
final class ArcJson {
  private static final int MAX_TEXT = 10_000;
  private static final int MAX_DIGITS = 100;
  private static final int MAX_DEPTH = 100;
  private static final int SHOWN = 20;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(MAX_TEXT)
                  .maxNumberLength(MAX_DIGITS)
                  .maxNestingDepth(MAX_DEPTH)
                  .build())
          // Ids are read once: interning them would only fill the table of all texts.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          // Who opened the stream hashes what is left of it.
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private final String file;
  private final JsonParser parser;

  ArcJson(String file, InputStream in) {
    this.file = file;
    try {
      parser = JSON.createParser(new QuotedStream(in));
    } catch (IOException failed) {
      throw refused(failed);
    }
  }

  String file() {
    return file;
  }

  /** Moves on; null at the end of the file. */
  JsonToken next() {
    try {
      return parser.nextToken();
    } catch (IOException failed) {
      throw refused(failed);
    }
  }

  /** The token moved to last. */
  JsonToken token() {
    return parser.currentToken();
  }

  /** The name of the field moved to last. */
  String name() {
    try {
      return parser.getCurrentName();
    } catch (IOException failed) {
      throw refused(failed);
    }
  }

  /** Moves on; the file is refused if there is something else. */
  void require(JsonToken expected, String what) {
    if (next() != expected) {
      throw new InputRefusedException(
          "%s:%d: %s is %s, expected %s".formatted(file, line(), place(), found(), what));
    }
  }

  /** Moves on; the task is rejected if there is something else. */
  void expect(JsonToken expected, String what, String form) throws RejectedTaskException {
    if (next() != expected) {
      throw reject(what, "is %s, expected %s".formatted(found(), form));
    }
  }

  /** Moves to the end of the object or array that begins here; nothing else to skip. */
  void skip() {
    try {
      parser.skipChildren();
    } catch (IOException failed) {
      throw refused(failed);
    }
  }

  /** Objects and arrays around the token moved to last. */
  int depth() {
    int depth = 0;
    for (JsonStreamContext at = parser.getParsingContext(); !at.inRoot(); at = at.getParent()) {
      depth++;
    }
    return depth;
  }

  /** Moves on to the end of the field, at that depth, whose name or value is being read. */
  void skipTo(int depth) {
    if (token() == JsonToken.FIELD_NAME && depth() == depth) {
      next();
      skip();
    }
    while (depth() > depth) {
      next();
    }
  }

  /** The file ends here; it is refused if something follows. */
  void end() {
    if (next() != null) {
      throw new InputRefusedException(
          "%s:%d: %s follows where the file should end".formatted(file, line(), found()));
    }
  }

  /** Reads the grid that comes next. */
  ArcGrid grid() throws RejectedTaskException {
    next();
    return openGrid();
  }

  /** Reads the grid whose first bracket is the token moved to last. */
  ArcGrid openGrid() throws RejectedTaskException {
    if (token() != JsonToken.START_ARRAY) {
      throw reject("grid", "is %s, expected a list of rows".formatted(found()));
    }
    byte[] cells = new byte[ArcGrid.MAX_SIDE * ArcGrid.MAX_SIDE];
    int rows = 0;
    int columns = 0;
    while (next() != JsonToken.END_ARRAY) {
      if (rows == ArcGrid.MAX_SIDE) {
        throw reject("row", "is one too many, allowed: 1 to %d rows".formatted(ArcGrid.MAX_SIDE));
      }
      if (token() != JsonToken.START_ARRAY) {
        throw reject("row", "is %s, expected a list of colours".formatted(found()));
      }
      String path = path();
      int width = row(cells, rows * columns);
      if (width == 0 || (rows > 0 && width != columns)) {
        throw new RejectedTaskException(
            line(),
            path,
            "row",
            width == 0
                ? "is empty, allowed: 1 to %d cells".formatted(ArcGrid.MAX_SIDE)
                : "has %d cells, the rows above %d; all must have as many"
                    .formatted(width, columns));
      }
      columns = width;
      rows++;
    }
    if (rows == 0) {
      throw reject("grid", "is empty, allowed: 1 to %d rows".formatted(ArcGrid.MAX_SIDE));
    }
    return ArcGrid.of(rows, columns, Arrays.copyOf(cells, rows * columns));
  }

  /** Reads a row, which has begun, into the cells from an index on; its length. */
  private int row(byte[] cells, int from) throws RejectedTaskException {
    int width = 0;
    while (next() != JsonToken.END_ARRAY) {
      if (width == ArcGrid.MAX_SIDE) {
        throw reject(
            "cell", "is one too many, allowed: 1 to %d in a row".formatted(ArcGrid.MAX_SIDE));
      }
      int colour = token() == JsonToken.VALUE_NUMBER_INT ? digit() : -1;
      if (colour < 0) {
        throw reject("cell", "is %s, allowed: 0 to %d".formatted(found(), ArcGrid.COLOURS - 1));
      }
      cells[from + width++] = (byte) colour;
    }
    return width;
  }

  /** The number moved to last if it is one digit, else −1. */
  private int digit() {
    try {
      return parser.getTextLength() == 1
          ? parser.getTextCharacters()[parser.getTextOffset()] - '0'
          : -1;
    } catch (IOException failed) {
      throw refused(failed);
    }
  }

  /** A task is rejected for the token moved to last. */
  RejectedTaskException reject(String what, String reason) {
    return new RejectedTaskException(line(), path(), what, reason);
  }

  /** JSON pointer to the token moved to last. */
  String path() {
    JsonStreamContext context = parser.getParsingContext();
    boolean opens = token() == JsonToken.START_ARRAY || token() == JsonToken.START_OBJECT;
    return (opens ? context.getParent() : context).pathAsPointer().toString();
  }

  /** Line of the token moved to last. */
  long line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private String place() {
    String path = path();
    return path.isEmpty() ? "the file" : path;
  }

  private String found() {
    try {
      JsonToken token = token();
      if (token == null) {
        return "empty";
      }
      return switch (token) {
        case START_OBJECT -> "an object";
        case START_ARRAY -> "a list";
        case VALUE_STRING -> "the text \"%s\"".formatted(shortened(parser.getText()));
        case FIELD_NAME -> "the field \"%s\"".formatted(shortened(parser.getText()));
        default -> shortened(parser.getText());
      };
    } catch (IOException failed) {
      throw refused(failed);
    }
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  private InputRefusedException refused(IOException failed) {
    if (failed instanceof JsonProcessingException wrong) {
      return new InputRefusedException(
          "%s:%d: not valid JSON at column %d, %s: %s; correct the file or get it again"
              .formatted(
                  file,
                  wrong.getLocation() == null ? line() : wrong.getLocation().getLineNr(),
                  wrong.getLocation() == null ? 0 : wrong.getLocation().getColumnNr(),
                  place(),
                  brief(wrong.getOriginalMessage())),
          failed);
    }
    if (failed instanceof QuotedStream.UnquotedException) {
      return new InputRefusedException(
          "%s: %s: no file of ARC tasks has that; name another file"
              .formatted(file, failed.getMessage()),
          failed);
    }
    return new InputRefusedException(
        "%s: cannot be read: %s".formatted(file, failed.getMessage()), failed);
  }

  /** The parser's complaint without the lines and brackets that name Java objects. */
  private static String brief(String text) {
    return text.lines().findFirst().orElse("").replaceFirst(" \\(start marker at .*", "");
  }
}
