package org.tinyrecursive.pipelines.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;

/**
 * Google Cloud Storage on a loopback address: what this project uses of its JSON API, with faults
 * that are asked for. For tests.
 */
public final class FakeStorage implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final StoredObjects objects = new StoredObjects();
  private final StorageUploads uploads;
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private FakeStorage(HttpServer server) {
    this.server = server;
    this.uploads = new StorageUploads(objects, endpoint());
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Starts one at a free port. */
  public static FakeStorage start() throws IOException {
    return new FakeStorage(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  /** Options of Beam that lead here. */
  public Map<String, String> beamOptions() {
    return Map.of(
        "gcsEndpoint",
        endpoint() + "/storage/v1/",
        "credentialFactoryClass",
        NoopCredentialFactory.class.getName(),
        "project",
        "test");
  }

  /** The objects of a bucket, by name. */
  public Map<String, byte[]> objects(String bucket) {
    Map<String, byte[]> all = new java.util.TreeMap<>();
    objects.list(bucket, "").forEach(object -> all.put(object.name(), object.bytes()));
    return all;
  }

  /** Stores a file. */
  public void put(String bucket, String name, Path file) throws IOException {
    put(bucket, name, Files.readAllBytes(file));
  }

  /** Stores an object. */
  public void put(String bucket, String name, byte[] bytes) {
    objects.put(bucket, name, bytes, Map.of(), Optional.empty());
  }

  /** Takes an object away. */
  public void delete(String bucket, String name) {
    objects.delete(bucket, name, Optional.empty());
  }

  /** All requests so far, one line each. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Answers the next request of this kind with a failure of the server. */
  public Fault failOnce(int status, Predicate<String> request) {
    Fault fault = new Fault(request, Integer.toString(status));
    faults.add(fault);
    return fault;
  }

  /** Breaks the connection in the middle of the next chunk of an upload. */
  public Fault cutOnce(Predicate<String> request) {
    Fault fault = new Fault(request, "cut");
    faults.add(fault);
    return fault;
  }

  /** Runs something before the next request of this kind is answered. */
  public Fault beforeOnce(Predicate<String> request, Runnable action) {
    Fault fault = new Fault(request, "run");
    fault.action = action;
    faults.add(fault);
    return fault;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      StorageRequest request = StorageRequest.read(exchange);
      requests.add(request.toString());
      for (Fault fault : faults) {
        if (fault.strikes(request.toString())) {
          if (fault.kind.equals("cut")) {
            uploads.takeHalf(request);
            return; // closes the connection without an answer
          }
          if (fault.kind.equals("run")) {
            fault.action.run();
          } else {
            send(exchange, StorageReply.error(Integer.parseInt(fault.kind), "backendError"));
            return;
          }
        }
      }
      send(exchange, answer(request));
    } catch (RuntimeException bug) {
      bug.printStackTrace();
      throw bug;
    }
  }

  private static void send(HttpExchange exchange, StorageReply reply) throws IOException {
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    int length = reply.body().length;
    exchange.sendResponseHeaders(reply.status(), length == 0 ? -1 : length);
    if (length > 0) {
      exchange.getResponseBody().write(reply.body());
    }
  }

  private StorageReply answer(StorageRequest request) throws IOException {
    try {
      if (request.isUpload()) {
        return uploads.handle(request);
      }
      if (request.path().get(0).equals("batch")) {
        return StorageBatch.answer(request, this::answerUnchecked);
      }
      if (!request.path().contains("o")) {
        return StorageReply.json(
            JSON.createObjectNode().put("kind", "storage#bucket").put("name", request.after("b")));
      }
      if (request.path().contains("rewriteTo")) {
        return rewrite(request);
      }
      return request.path().get(request.path().size() - 1).equals("o")
          ? list(request)
          : object(request);
    } catch (StoredObjects.PreconditionFailed failed) {
      return StorageReply.error(412, "conditionNotMet");
    }
  }

  private StorageReply answerUnchecked(StorageRequest request) {
    try {
      return answer(request);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private StorageReply list(StorageRequest request) {
    ObjectNode node = JSON.createObjectNode().put("kind", "storage#objects");
    ArrayNode items = node.putArray("items");
    objects
        .list(request.after("b"), request.query().getOrDefault("prefix", ""))
        .forEach(object -> items.add(object.json()));
    return StorageReply.json(node);
  }

  private StorageReply object(StorageRequest request) {
    Optional<StoredObject> found = objects.find(request.after("b"), request.after("o"));
    if (found.isEmpty()) {
      return StorageReply.error(404, "notFound");
    }
    if (request.method().equals("DELETE")) {
      objects.delete(request.after("b"), request.after("o"), request.ifGeneration());
      return StorageReply.empty(204, Map.of());
    }
    return "media".equals(request.query().get("alt"))
        ? media(request, found.get())
        : StorageReply.json(found.get().json());
  }

  private static StorageReply media(StorageRequest request, StoredObject object) {
    byte[] bytes = object.bytes();
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/octet-stream");
    headers.put("x-goog-generation", Long.toString(object.generation()));
    headers.put("x-goog-hash", "md5=" + object.md5());
    headers.put("x-goog-stored-content-length", Integer.toString(bytes.length));
    headers.put("x-goog-stored-content-encoding", "identity");
    headers.put("ETag", Long.toString(object.generation()));
    String range = request.headers().get("range");
    if (range == null) {
      return new StorageReply(200, headers, bytes);
    }
    List<String> ends = new ArrayList<>(List.of(range.substring("bytes=".length()).split("-", -1)));
    int from = Integer.parseInt(ends.get(0));
    if (from >= bytes.length) {
      return from == 0 ? new StorageReply(200, headers, bytes) : StorageReply.error(416, "range");
    }
    int to =
        ends.get(1).isEmpty()
            ? bytes.length - 1
            : (int) Math.min(bytes.length - 1L, Long.parseLong(ends.get(1)));
    headers.put("Content-Range", "bytes %d-%d/%d".formatted(from, to, bytes.length));
    return new StorageReply(206, headers, Arrays.copyOfRange(bytes, from, to + 1));
  }

  private StorageReply rewrite(StorageRequest request) throws IOException {
    List<String> path = request.path();
    int to = path.indexOf("rewriteTo");
    Optional<StoredObject> source = objects.find(request.after("b"), request.after("o"));
    if (source.isEmpty()) {
      return StorageReply.error(404, "notFound");
    }
    JsonNode resource =
        request.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(request.body());
    StoredObject copy =
        objects.put(
            path.get(to + 2),
            path.get(to + 4),
            source.get().bytes(),
            resource.has("metadata") ? StorageUploads.metadata(resource) : source.get().metadata(),
            request.ifGeneration());
    ObjectNode node =
        JSON.createObjectNode()
            .put("kind", "storage#rewriteResponse")
            .put("done", true)
            .put("objectSize", Integer.toString(copy.bytes().length))
            .put("totalBytesRewritten", Integer.toString(copy.bytes().length));
    node.set("resource", copy.json());
    return StorageReply.json(node);
  }

  /** Something that goes wrong once. */
  public static final class Fault {
    private final Predicate<String> request;
    private final String kind;
    private Runnable action = () -> {};
    private boolean struck;

    private Fault(Predicate<String> request, String kind) {
      this.request = request;
      this.kind = kind;
    }

    private synchronized boolean strikes(String line) {
      boolean now = !struck && request.test(line);
      struck |= now;
      return now;
    }

    /** Whether it has happened. */
    public synchronized boolean hasStruck() {
      return struck;
    }
  }
}
