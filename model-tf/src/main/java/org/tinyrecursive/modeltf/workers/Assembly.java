package org.tinyrecursive.modeltf.workers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tinyrecursive.modeltf.workers.WorkerGroup.Address;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * The workers of a run find each other: each calls those before it in the list and is called by
 * those after it. Both ends greet and check that they mean the same run.
 */
final class Assembly {
  private static final int GREETING_MILLIS = 10_000;
  private static final int MAX_GREETING = 1 << 16;
  private static final long RETRY_MILLIS = 100;

  private final WorkerGroup group;
  private final Greeting greeting;
  private final long deadline;
  private final Map<Integer, Socket> found = new HashMap<>();
  private String lastTrouble = "";

  Assembly(WorkerGroup group, Map<String, String> facts) {
    this.group = group;
    greeting = new Greeting(Greeting.VERSION, group.index(), group.token(), facts);
    deadline = System.nanoTime() + group.timeout().toNanos();
  }

  /** Connections to all other workers, by their index. */
  Map<Integer, Peer> gather() {
    Address own = group.addresses().get(group.index());
    try (ServerSocket server = new ServerSocket()) {
      server.setReuseAddress(true);
      listen(server, own);
      for (int worker = 0; worker < group.index(); worker++) {
        call(worker);
      }
      while (found.size() < group.size() - 1) {
        answer(server);
      }
      Map<Integer, Peer> peers = new HashMap<>();
      for (Map.Entry<Integer, Socket> each : found.entrySet()) {
        peers.put(
            each.getKey(), new Peer(group.name(each.getKey()), each.getValue(), group.timeout()));
      }
      return peers;
    } catch (IOException e) {
      closeAll();
      throw new WorkerLostException("the workers could not connect: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      closeAll();
      throw e;
    }
  }

  private void listen(ServerSocket server, Address own) {
    try {
      server.bind(new InetSocketAddress(InetAddress.getAllByName(own.host())[0], own.port()));
    } catch (IOException e) {
      throw new InputRefusedException(
          "%s cannot listen there: %s; give --workers an address of this host with a free port"
              .formatted(group.name(group.index()), e.getMessage()),
          e);
    }
  }

  private void call(int worker) throws IOException {
    Address address = group.addresses().get(worker);
    for (int attempt = 0; ; attempt++) {
      Socket socket = new Socket();
      try {
        // A name may have several addresses, of which one is listened at: each has its turn.
        InetAddress[] hosts = InetAddress.getAllByName(address.host());
        InetAddress host = hosts[attempt % hosts.length];
        socket.connect(new InetSocketAddress(host, address.port()), millisLeft(worker));
        greet(socket, worker);
        return;
      } catch (IOException notYet) {
        socket.close();
        lastTrouble = notYet.getMessage();
        pause(worker);
      } catch (RuntimeException e) {
        socket.close();
        throw e;
      }
    }
  }

  private void answer(ServerSocket server) throws IOException {
    int missing = missing();
    server.setSoTimeout(millisLeft(missing));
    Socket socket;
    try {
      socket = server.accept();
    } catch (SocketTimeoutException late) {
      throw late(missing);
    }
    try {
      greet(socket, -1);
    } catch (IOException stranger) {
      // Whoever it was, the worker that is waited for may still come.
      socket.close();
      lastTrouble = stranger.getMessage();
    } catch (RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  private int missing() {
    for (int worker = 0; worker < group.size(); worker++) {
      if (worker != group.index() && !found.containsKey(worker)) {
        return worker;
      }
    }
    throw new IllegalStateException("nobody is missing");
  }

  /**
   * Sends and receives greetings.
   *
   * @param expected worker at the other end; −1 where any that is missing may call
   */
  private void greet(Socket socket, int expected) throws IOException {
    socket.setSoTimeout(GREETING_MILLIS);
    // Not buffered: what follows the greeting is read by others.
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    DataInputStream in = new DataInputStream(socket.getInputStream());
    byte[] mine = greeting.bytes();
    new Frame(Frame.Kind.HELLO, 0, mine.length).write(out);
    out.write(mine);
    Frame head = Frame.read(in);
    if (head.kind() != Frame.Kind.HELLO || head.length() > MAX_GREETING) {
      throw new IOException("it is no worker of this program");
    }
    Greeting theirs = Greeting.parse(in.readNBytes(head.length()));
    int worker = theirs.worker();
    if (worker < 0 || worker >= group.size() || worker == group.index()) {
      throw new InputRefusedException(
          "a worker calls itself number %d, this is worker %d of %d; give each worker an index of its own and all the same --workers"
              .formatted(worker, group.index(), group.size()));
    }
    greeting.check(theirs, group.name(worker));
    if (found.containsKey(worker) || (expected >= 0 && worker != expected)) {
      throw new InputRefusedException(
          "%s is there twice; give each worker an index of its own".formatted(group.name(worker)));
    }
    found.put(worker, socket);
  }

  private int millisLeft(int worker) {
    long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    if (left <= 0) {
      throw late(worker);
    }
    return Math.toIntExact(left);
  }

  private WorkerLostException late(int worker) {
    return new WorkerLostException(
        "%s did not come within %d s%s; start it with the same --workers, or give a longer --worker-timeout"
            .formatted(
                group.name(worker),
                group.timeout().toSeconds(),
                lastTrouble.isEmpty() ? "" : " (" + lastTrouble + ")"));
  }

  private void pause(int worker) {
    try {
      Thread.sleep(Math.min(RETRY_MILLIS, millisLeft(worker)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WorkerLostException("interrupted while waiting for " + group.name(worker), e);
    }
  }

  private void closeAll() {
    List<Socket> all = new ArrayList<>(found.values());
    for (Socket socket : all) {
      try {
        socket.close();
      } catch (IOException e) {
        lastTrouble = e.getMessage();
      }
    }
  }
}
