package org.tinyrecursive.pipelines.storage;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A request taken apart.
 *
 * @param path decoded segments; an object's name is one
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record StorageRequest(
    String method,
    List<String> path,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body) {

  static StorageRequest read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0)));
    InputStream in = exchange.getRequestBody();
    if ("gzip".equals(headers.get("content-encoding"))) {
      in = new GZIPInputStream(in);
    }
    byte[] body = in.readAllBytes();
    return of(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
  }

  static StorageRequest of(String method, String uri, Map<String, String> headers, byte[] body) {
    int mark = uri.indexOf('?');
    String path = mark < 0 ? uri : uri.substring(0, mark);
    Map<String, String> query = new HashMap<>();
    if (mark >= 0) {
      for (String pair : uri.substring(mark + 1).split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
      }
    }
    List<String> segments =
        Arrays.stream(path.split("/", -1))
            .filter(part -> !part.isEmpty())
            .map(StorageRequest::decode)
            .toList();
    return new StorageRequest(method, segments, query, headers, body);
  }

  Optional<Long> ifGeneration() {
    return Optional.ofNullable(query.get("ifGenerationMatch")).map(Long::valueOf);
  }

  /** The segment after another one, such as the bucket after "b". */
  String after(String segment) {
    return path.get(path.indexOf(segment) + 1);
  }

  boolean isUpload() {
    return path.get(0).equals("upload");
  }

  @Override
  public String toString() {
    return method + " " + String.join("/", path) + " " + query + " " + nameInBody();
  }

  /** The object that an upload in one request is for. */
  private String nameInBody() {
    String start = new String(body, 0, Math.min(body.length, 1000), StandardCharsets.ISO_8859_1);
    Matcher name = Pattern.compile("\"name\":\"([^\"]*)\"").matcher(start);
    return isUpload() && name.find() ? name.group(1) : "";
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
