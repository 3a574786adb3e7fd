package org.tinyrecursive.pipelines.storage;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** Several requests in one, as {@code multipart/mixed}. */
final class StorageBatch {
  private static final String BOUNDARY = "batch_answer";

  private StorageBatch() {}

  static StorageReply answer(StorageRequest batch, Function<StorageRequest, StorageReply> each) {
    String type = batch.headers().get("content-type");
    String boundary = "--" + type.substring(type.indexOf("boundary=") + 9).replace("\"", "");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int number = 0;
    for (String part :
        new String(batch.body(), StandardCharsets.UTF_8)
            .split(java.util.regex.Pattern.quote(boundary), -1)) {
      int start = part.indexOf("\r\n\r\n");
      if (start < 0) {
        continue;
      }
      String[] head = part.substring(start + 4).split(" ", 3);
      number++;
      StorageReply reply =
          each.apply(StorageRequest.of(head[0].strip(), path(head[1]), Map.of(), new byte[0]));
      String answerHead =
          String.join(
              "\r\n",
              "--" + BOUNDARY,
              "Content-Type: application/http",
              "Content-ID: <response-" + number + ">",
              "",
              "HTTP/1.1 " + reply.status() + " X",
              "Content-Type: application/json",
              "Content-Length: " + reply.body().length,
              "",
              "");
      out.writeBytes(answerHead.getBytes(StandardCharsets.UTF_8));
      out.writeBytes(reply.body());
      out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
    out.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return new StorageReply(
        200, Map.of("Content-Type", "multipart/mixed; boundary=" + BOUNDARY), out.toByteArray());
  }

  private static String path(String url) {

    return url.replaceFirst("^https?://[^/]+", "");
  }
}
