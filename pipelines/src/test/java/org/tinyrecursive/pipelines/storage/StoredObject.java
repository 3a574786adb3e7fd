package org.tinyrecursive.pipelines.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/** One object of a {@link FakeStorage}. */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record StoredObject(
    String bucket, String name, byte[] bytes, long generation, Map<String, String> metadata) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The resource as the JSON API has it. */
  ObjectNode json() {
    ObjectNode node =
        JSON.createObjectNode()
            .put("kind", "storage#object")
            .put("id", bucket + "/" + name + "/" + generation)
            .put("bucket", bucket)
            .put("name", name)
            .put("size", Integer.toString(bytes.length))
            .put("generation", Long.toString(generation))
            .put("metageneration", "1")
            .put("contentType", "application/octet-stream")
            .put("storageClass", "STANDARD")
            .put("etag", Long.toString(generation))
            .put("md5Hash", md5())
            .put("timeCreated", "2026-01-02T03:04:05.000Z")
            .put("updated", "2026-01-02T03:04:05.000Z");
    ObjectNode own = node.putObject("metadata");
    metadata.forEach(own::put);
    return node;
  }

  String md5() {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
