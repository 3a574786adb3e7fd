package org.tinyrecursive.transforms.beam;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Rows refused, as a file: one JSON object a line, in the order of the raw file. */
final class RejectFile {
  /** Folder of these files inside a dataset. */
  static final String DIRECTORY = "rejects";

  private static final ObjectMapper JSON = new ObjectMapper();

  private RejectFile() {}

  /** Writes the rejects of one raw file, whole or not at all; returns its path in the dataset. */
  static String write(Path dataset, int sourceIndex, List<RowReject> rejects) {
    String name = String.format(Locale.ROOT, "%s/part-%05d.jsonl", DIRECTORY, sourceIndex);
    Path target = dataset.resolve(name);
    Path temporary =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.createDirectories(target.getParent());
      try (Writer writer = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
        for (RowReject reject : rejects) {
          writer.write(json(reject));
          writer.write('\n');
        }
      }
      Files.move(
          temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return name;
    } catch (IOException failed) {
      throw new WriteFailedException(target, failed);
    }
  }

  private static String json(RowReject reject) throws JsonProcessingException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("file", reject.file());
    fields.put("line", reject.line());
    fields.put("field", reject.field());
    fields.put("reason", reject.reason());
    fields.put("record", reject.record());
    return JSON.writeValueAsString(fields);
  }
}
