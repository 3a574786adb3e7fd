package org.tinyrecursive.transforms.beam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Records refused, as a file: one JSON object a line, in the order of the raw file. */
final class RejectFile {
  /** Folder of these files inside a dataset. */
  static final String DIRECTORY = "rejects";

  private static final ObjectMapper JSON = new ObjectMapper();

  private RejectFile() {}

  /** Writes the rejects of one raw file, whole or not at all; returns its path in the dataset. */
  static String write(BuildPlace place, int sourceIndex, List<Reject> rejects) {
    String name = String.format(Locale.ROOT, "%s/part-%05d.jsonl", DIRECTORY, sourceIndex);
    return place.write(
        name,
        channel -> {
          try (Writer writer = Channels.newWriter(channel, StandardCharsets.UTF_8)) {
            for (Reject reject : rejects) {
              writer.write(json(reject));
              writer.write('\n');
            }
          }
          return name;
        });
  }

  private static String json(Reject reject) throws JsonProcessingException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", reject.file());
    if (reject.line() > 0) {
      fields.put("line", reject.line());
    }
    if (!reject.path().isEmpty()) {
      fields.put("path", reject.path());
    }
    if (!reject.puzzle().isEmpty()) {
      fields.put("puzzle", reject.puzzle());
    }
    fields.put("field", reject.field());
    fields.put("reason", reject.reason());
    fields.put("record", reject.record());
    return JSON.writeValueAsString(fields);
  }
}
