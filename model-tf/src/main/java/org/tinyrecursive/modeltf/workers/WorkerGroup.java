package org.tinyrecursive.modeltf.workers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * The workers of a run, in their order, as seen by one of them. The first leads: it evaluates,
 * writes and says what comes next.
 *
 * @param addresses of all workers, the same list in the same order for each
 * @param index of this worker, from 0
 * @param timeout longest silence of another worker
 * @param token known to all workers of this run; empty: none
 */
public record WorkerGroup(List<Address> addresses, int index, Duration timeout, String token) {
  /** How long workers wait for each other where nothing else was asked for. */
  public static final Duration TIMEOUT = Duration.ofSeconds(60);

  private static final Pattern ADDRESS = Pattern.compile("(\\[[^]]+]|[^:\\[\\]]+):(\\d{1,5})");

  /**
   * Where a worker listens.
   *
   * @param host name or IP address; an IPv6 address in brackets
   * @param port 1 to 65535
   */
  public record Address(String host, int port) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }

  public WorkerGroup {
    addresses = List.copyOf(addresses);
    if (index < 0 || index >= addresses.size()) {
      throw new InputRefusedException(
          "--worker-index is %d, --workers lists %d workers; give 0 to %d, or list more workers"
              .formatted(index, addresses.size(), addresses.size() - 1));
    }
  }

  /**
   * Reads a list such as {@code one:7000,two:7000}.
   *
   * @throws InputRefusedException if an entry is no address or is listed twice, or the index names
   *     none
   */
  public static WorkerGroup parse(String list, int index, Duration timeout, String token) {
    List<Address> addresses = new ArrayList<>();
    for (String entry : list.split(",", -1)) {
      Matcher matcher = ADDRESS.matcher(entry.strip());
      int port = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
      if (port < 1 || port > 65535) {
        throw new InputRefusedException(
            "--workers is %s: '%s' is no address; give host:port with a port of 1 to 65535, for each worker"
                .formatted(list, entry.strip()));
      }
      addresses.add(new Address(matcher.group(1), port));
    }
    if (new HashSet<>(addresses).size() < addresses.size()) {
      throw new InputRefusedException(
          "--workers is %s: an address is listed twice; each worker needs a port of its own"
              .formatted(list));
    }
    return new WorkerGroup(addresses, index, timeout, token);
  }

  /** Number of workers. */
  public int size() {
    return addresses.size();
  }

  /** Whether this worker leads. */
  public boolean leads() {
    return index == 0;
  }

  /** A worker in messages: its number and where it listens. */
  String name(int worker) {
    return "worker %d (%s)".formatted(worker, addresses.get(worker));
  }
}
