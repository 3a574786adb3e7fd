package org.tinyrecursive.modeltf.workers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Workers on threads of one process, connected over loopback. */
public final class Loopback {
  private Loopback() {}

  /** Addresses with ports that were free a moment ago. */
  public static String addresses(int workers) {
    List<ServerSocket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < workers; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      String list =
          sockets.stream()
              .map(socket -> "127.0.0.1:" + socket.getLocalPort())
              .collect(Collectors.joining(","));
      for (ServerSocket socket : sockets) {
        socket.close();
      }
      return list;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static WorkerGroup group(String addresses, int index) {
    return WorkerGroup.parse(addresses, index, Duration.ofSeconds(30), "");
  }

  /** What each worker gives, all at once. */
  public static <T> List<T> together(int workers, IntFunction<T> work) {
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < workers; i++) {
        int worker = i;
        running.add(threads.submit(() -> work.apply(worker)));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get());
      }
      return results;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failed) {
        throw failed;
      }
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      threads.shutdownNow();
    }
  }
}
