package org.tinyrecursive.deploy.flink;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A cluster of separate JVMs, started and stopped with the scripts of this module. */
final class Cluster {
  private static final long LONGEST_SECONDS = 600;

  private final Path folder;
  private final int restPort;

  private Cluster(Path folder, int restPort) {
    this.folder = folder;
    this.restPort = restPort;
  }

  /** Starts a cluster on loopback, on free ports. */
  static Cluster start(Path folder, int taskManagers) throws Exception {
    int restPort;
    int rpcPort;
    try (ServerSocket one = freePort();
        ServerSocket other = freePort()) {
      restPort = one.getLocalPort();
      rpcPort = other.getLocalPort();
    }
    Cluster cluster = new Cluster(folder, restPort);
    Script started =
        Script.run(
            folder.resolveSibling("start.log"),
            "start",
            "--dir",
            folder,
            "--config",
            "small",
            "--task-managers",
            taskManagers,
            "--rest-port",
            restPort,
            "--rpc-port",
            rpcPort);
    if (started.await(LONGEST_SECONDS) != 0) {
      cluster.stop();
      throw new AssertionError(started.output());
    }
    return cluster;
  }

  /** Starts a command of trm as a job of this cluster. */
  Script submit(Path log, Object... command) throws IOException {
    List<Object> arguments = new ArrayList<>(List.of("--dir", folder));
    arguments.addAll(List.of(command));
    return Script.run(log, "submit", arguments.toArray());
  }

  /** Ends a process as the kernel does when memory runs out. */
  void kill(String name) throws Exception {
    ProcessHandle process = process(name).orElseThrow();
    if (!process.destroyForcibly()) {
      throw new AssertionError(name + " could not be killed");
    }
    process.onExit().get(LONGEST_SECONDS, TimeUnit.SECONDS);
  }

  /** The process of a JobManager or TaskManager, as long as it runs. */
  Optional<ProcessHandle> process(String name) throws IOException {
    Path file = folder.resolve("pids").resolve(name + ".pid");
    return Files.exists(file)
        ? ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
        : Optional.empty();
  }

  /** What the JobManager answers. */
  String ask(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://localhost:" + restPort + path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  String log(String name) throws IOException {
    return Files.readString(folder.resolve("logs").resolve(name + ".log"));
  }

  /** Ends all that is left of it. */
  void stop() throws Exception {
    Script.run(folder.resolveSibling("stop.log"), "stop", "--dir", folder).requireDone();
  }

  private static ServerSocket freePort() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }
}
