package org.tinyrecursive.pipelines.storage;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** An answer of a {@link FakeStorage}. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record StorageReply(int status, Map<String, String> headers, byte[] body) {
  static StorageReply json(Object json) {
    return new StorageReply(
        200,
        Map.of("Content-Type", "application/json; charset=UTF-8"),
        json.toString().getBytes(StandardCharsets.UTF_8));
  }

  static StorageReply error(int status, String reason) {
    String json =
        "{\"error\":{\"code\":%d,\"message\":\"%s\",\"errors\":[{\"reason\":\"%s\",\"message\":\"%s\"}]}}"
            .formatted(status, reason, reason, reason);
    return new StorageReply(
        status,
        Map.of("Content-Type", "application/json; charset=UTF-8"),
        json.getBytes(StandardCharsets.UTF_8));
  }

  static StorageReply empty(int status, Map<String, String> headers) {
    return new StorageReply(status, headers, new byte[0]);
  }
}
