package org.tinyrecursive.pipelines.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Uploads in one request (multipart) and in several (resumable). */
final class StorageUploads {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StoredObjects objects;
  private final String host;
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  StorageUploads(StoredObjects objects, String host) {
    this.objects = objects;
    this.host = host;
  }

  StorageReply handle(StorageRequest request) throws IOException {
    if (request.query().containsKey("upload_id")) {
      return goOn(request, sessions.get(request.query().get("upload_id")));
    }
    return "multipart".equals(request.query().get("uploadType"))
        ? multipart(request)
        : begin(request);
  }

  private StorageReply begin(StorageRequest request) throws IOException {
    JsonNode resource =
        request.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(request.body());
    String name = request.query().getOrDefault("name", resource.path("name").asText());
    String id = "upload-" + lastId.incrementAndGet();
    sessions.put(
        id,
        new Session(
            request.after("b"),
            name,
            metadata(resource),
            request.ifGeneration(),
            new ByteArrayOutputStream()));
    return StorageReply.empty(
        200,
        Map.of(
            "Location",
            "%s/upload/storage/v1/b/%s/o?uploadType=resumable&upload_id=%s"
                .formatted(host, request.after("b"), id)));
  }

  private StorageReply goOn(StorageRequest request, Session session) {
    String range =
        request.headers().getOrDefault("content-range", "bytes 0-*/" + request.body().length);
    String total = range.substring(range.indexOf('/') + 1);
    synchronized (session) {
      if (!range.startsWith("bytes *")) {
        int from = Integer.parseInt(range.substring(6, range.indexOf('-')));
        int known = session.bytes().size() - from;
        session.bytes().write(request.body(), known, request.body().length - known);
      }
      int size = session.bytes().size();
      if (!total.equals("*") && Integer.parseInt(total) == size) {
        return StorageReply.json(
            objects
                .put(
                    session.bucket(),
                    session.name(),
                    session.bytes().toByteArray(),
                    session.metadata(),
                    session.ifGeneration())
                .json());
      }
      return StorageReply.empty(
          308, size == 0 ? Map.of() : Map.of("Range", "bytes=0-" + (size - 1)));
    }
  }

  /** Takes the first half of a chunk, as when the connection breaks in its middle. */
  void takeHalf(StorageRequest request) {
    Session session = sessions.get(request.query().get("upload_id"));
    synchronized (session) {
      // Whole units of 256 KiB are what a server commits; a small upload commits nothing.
      int half = request.body().length / 2 / (256 << 10) * (256 << 10);
      session.bytes().write(request.body(), 0, half);
    }
  }

  private StorageReply multipart(StorageRequest request) throws IOException {
    String type = request.headers().get("content-type");
    String boundary = "--" + type.substring(type.indexOf("boundary=") + 9).replace("\"", "");
    String text = new String(request.body(), StandardCharsets.ISO_8859_1);
    int json = text.indexOf("\r\n\r\n") + 4;
    int second = text.indexOf(boundary, json);
    int content = text.indexOf("\r\n\r\n", second) + 4;
    int end = text.lastIndexOf("\r\n" + boundary);
    JsonNode resource =
        JSON.readTree(text.substring(json, second).getBytes(StandardCharsets.ISO_8859_1));
    return StorageReply.json(
        objects
            .put(
                request.after("b"),
                request.query().getOrDefault("name", resource.path("name").asText()),
                text.substring(content, end).getBytes(StandardCharsets.ISO_8859_1),
                metadata(resource),
                request.ifGeneration())
            .json());
  }

  static Map<String, String> metadata(JsonNode resource) {
    Map<String, String> metadata = new HashMap<>();
    resource
        .path("metadata")
        .fields()
        .forEachRemaining(field -> metadata.put(field.getKey(), field.getValue().asText()));
    return metadata;
  }

  private record Session(
      String bucket,
      String name,
      Map<String, String> metadata,
      Optional<Long> ifGeneration,
      ByteArrayOutputStream bytes) {}
}
