package org.tinyrecursive.pipelines.runner;

import java.net.URI;
import java.net.URISyntaxException;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * Where a Flink cluster takes jobs.
 *
 * @param host of the JobManager
 * @param port of its REST interface, 1 to 65535
 */
record FlinkAddress(String host, int port) {
  private static final int USUAL_PORT = 8081;

  /** Reads {@code host:port}, {@code http://host:port} or {@code host}. */
  static FlinkAddress parse(String text) {
    String address = text.startsWith("http://") ? text : "http://" + text;
    try {
      URI uri = new URI(address);
      int port = uri.getPort() == -1 ? USUAL_PORT : uri.getPort();
      boolean more =
          uri.getPath() != null && !uri.getPath().isEmpty() && !"/".equals(uri.getPath());
      if (uri.getHost() != null && !more && port > 0 && port < 65536) {
        return new FlinkAddress(uri.getHost(), port);
      }
      throw refused(text, null);
    } catch (URISyntaxException malformed) {
      throw refused(text, malformed);
    }
  }

  URI resolve(String path) {
    return URI.create("http://" + this + path);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }

  private static InputRefusedException refused(String text, Throwable cause) {
    return new InputRefusedException(
        "--beam.flinkMaster is '%s', expected HOST:PORT such as localhost:8081".formatted(text),
        cause);
  }
}
