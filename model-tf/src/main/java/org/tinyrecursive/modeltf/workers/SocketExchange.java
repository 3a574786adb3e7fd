package org.tinyrecursive.modeltf.workers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.tinyrecursive.modeltf.workers.Peer.Arrival;

/**
 * An {@link Exchange} over TCP, with a connection between any two workers. Of values to be summed
 * each worker has a part of its own: it receives this part from all, adds up in the workers' order,
 * and sends the sum to all. So every worker gets the same bits, and sends and receives less than
 * twice the values however many workers there are.
 */
public final class SocketExchange implements Exchange {
  private final WorkerGroup group;
  private final Map<Integer, Peer> peers;
  private boolean broken;
  private boolean closed;

  private SocketExchange(WorkerGroup group, Map<Integer, Peer> peers) {
    this.group = group;
    this.peers = new TreeMap<>(peers);
    peers.values().forEach(Peer::start);
  }

  /**
   * Waits for all workers.
   *
   * @param facts that must be the same for all, by name
   * @throws WorkerLostException if one does not come in time
   * @throws org.tinyrecursive.transforms.InputRefusedException if one means another run
   */
  public static SocketExchange open(WorkerGroup group, Map<String, String> facts) {
    return new SocketExchange(group, new Assembly(group, facts).gather());
  }

  @Override
  public void sum(float[] values) {
    run(
        () -> {
          int mine = group.index();
          List<Future<?>> sending = new ArrayList<>();
          peers.forEach(
              (worker, peer) ->
                  sending.add(peer.send(values, start(values, worker), size(values, worker))));
          float[] part = new float[size(values, mine)];
          for (int worker = 0; worker < group.size(); worker++) {
            Arrival arrival = worker == 0 ? Arrival.REPLACE : Arrival.ADD;
            if (worker == mine) {
              take(values, start(values, mine), part, arrival);
            } else {
              peers.get(worker).receive(part, 0, part.length, arrival);
            }
          }
          System.arraycopy(part, 0, values, start(values, mine), part.length);
          peers.values().forEach(peer -> sending.add(peer.send(part, 0, part.length)));
          peers.forEach(
              (worker, peer) ->
                  peer.receive(
                      values, start(values, worker), size(values, worker), Arrival.REPLACE));
          await(sending);
          return null;
        });
  }

  private static void take(float[] values, int from, float[] part, Arrival arrival) {
    for (int i = 0; i < part.length; i++) {
      part[i] = arrival == Arrival.ADD ? part[i] + values[from + i] : values[from + i];
    }
  }

  /** Where a worker's part of the values begins. */
  private int start(float[] values, int worker) {
    return (int) ((long) values.length * worker / group.size());
  }

  private int size(float[] values, int worker) {
    return start(values, worker + 1) - start(values, worker);
  }

  @Override
  public List<byte[]> gather(byte[] mine) {
    return run(
        () -> {
          List<Future<?>> sending = new ArrayList<>();
          peers.values().forEach(peer -> sending.add(peer.send(mine)));
          byte[][] all = new byte[group.size()][];
          all[group.index()] = mine;
          peers.forEach((worker, peer) -> all[worker] = peer.receive());
          await(sending);
          return Arrays.asList(all);
        });
  }

  @Override
  public List<byte[]> collect(byte[] mine) {
    return run(
        () -> {
          if (!group.leads()) {
            await(List.of(peers.get(0).send(mine)));
            return List.of();
          }
          List<byte[]> all = new ArrayList<>(List.of(mine));
          peers.values().forEach(peer -> all.add(peer.receive()));
          return all;
        });
  }

  @Override
  public byte[] lead(byte[] mine) {
    return run(
        () -> {
          if (!group.leads()) {
            return peers.get(0).receive();
          }
          List<Future<?>> sending = new ArrayList<>();
          peers.values().forEach(peer -> sending.add(peer.send(mine)));
          await(sending);
          return mine;
        });
  }

  private interface Step<T> {
    T run() throws InterruptedException;
  }

  private <T> T run(Step<T> step) {
    if (broken) {
      throw new IllegalStateException("a worker was lost before");
    }
    try {
      return step.run();
    } catch (WorkerLostException lost) {
      end(lost.getMessage());
      throw lost;
    } catch (InterruptedException e) {
      end("worker %d was interrupted".formatted(group.index()));
      Thread.currentThread().interrupt();
      throw new WorkerLostException("interrupted while the workers exchanged values", e);
    }
  }

  private void await(List<Future<?>> sending) throws InterruptedException {
    List<Peer> order = new ArrayList<>(peers.values());
    for (int i = 0; i < sending.size(); i++) {
      try {
        sending.get(i).get();
      } catch (ExecutionException e) {
        IOException cause =
            e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        throw order.get(i % order.size()).lost(cause);
      }
    }
  }

  private void end(String why) {
    broken = true;
    peers.values().forEach(peer -> peer.sayGoodbye(why));
  }

  @Override
  public boolean isBroken() {
    return broken;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      if (!broken) {
        end("");
      }
      peers.values().forEach(Peer::close);
    }
  }
}
