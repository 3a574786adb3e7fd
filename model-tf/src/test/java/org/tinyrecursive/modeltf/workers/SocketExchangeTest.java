package org.tinyrecursive.modeltf.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.modeltf.workers.WorkerGroup.Address;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.random.StableRandom;

class SocketExchangeTest {
  private static <T> List<T> exchange(int workers, BiFunction<Integer, Exchange, T> work) {
    String addresses = Loopback.addresses(workers);
    return Loopback.together(
        workers,
        worker -> {
          try (Exchange exchange =
              SocketExchange.open(Loopback.group(addresses, worker), Map.of("recipe", "a"))) {
            return work.apply(worker, exchange);
          }
        });
  }

  private static float[] values(int worker, int count) {
    StableRandom random = StableRandom.of(worker, "values");
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (random.nextDouble() - 0.5);
    }
    return values;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 300_000})
  void sumsAreAddedInTheWorkersOrderAndTheSameBitsForAll(int count) {
    List<float[]> sums =
        exchange(
            3,
            (worker, exchange) -> {
              float[] values = values(worker, count);
              exchange.sum(values);
              return values;
            });

    float[] expected = values(0, count);
    for (int worker = 1; worker < 3; worker++) {
      float[] more = values(worker, count);
      for (int i = 0; i < count; i++) {
        expected[i] += more[i];
      }
    }
    assertThat(sums).allSatisfy(sum -> assertThat(sum).isEqualTo(expected));
  }

  @Test
  void whatIsGatheredIsInTheWorkersOrder() {
    List<List<String>> gathered =
        exchange(
            3,
            (worker, exchange) ->
                exchange.gather(bytes("x".repeat(worker))).stream()
                    .map(content -> new String(content, StandardCharsets.UTF_8))
                    .toList());

    assertThat(gathered).allSatisfy(all -> assertThat(all).containsExactly("", "x", "xx"));
  }

  @Test
  void theFirstCollectsAndLeads() {
    List<String> heard =
        exchange(
            3,
            (worker, exchange) -> {
              int collected = exchange.collect(bytes("w" + worker)).size();
              return collected
                  + new String(exchange.lead(bytes("from " + worker)), StandardCharsets.UTF_8);
            });

    assertThat(heard).containsExactly("3from 0", "0from 0", "0from 0");
  }

  @Test
  void signsOfLifeAreNoContent() {
    String addresses = Loopback.addresses(2);
    List<Integer> sizes =
        Loopback.together(
            2,
            worker -> {
              WorkerGroup group = WorkerGroup.parse(addresses, worker, Duration.ofMillis(1500), "");
              try (Exchange exchange = SocketExchange.open(group, Map.of())) {
                if (worker == 0) {
                  // Longer than the timeout: only signs of life keep the other one waiting.
                  sleep(4000);
                }
                return exchange.gather(new byte[7]).get(1 - worker).length;
              }
            });

    assertThat(sizes).containsExactly(7, 7);
  }

  @Test
  void aWorkerThatEndsIsNamedToAllOthers() {
    List<Throwable> failures =
        exchange(
            3,
            (worker, exchange) -> {
              exchange.gather(new byte[1]);
              return worker == 2
                  ? null
                  : catchThrowable(
                      () -> {
                        exchange.gather(new byte[1]);
                        exchange.gather(new byte[1]);
                      });
            });

    for (Throwable failure : failures.subList(0, 2)) {
      assertThat(failure).isInstanceOf(WorkerLostException.class).hasMessageContaining("worker 2");
    }
  }

  @Test
  void aWorkerOfAnotherRunIsRefusedByBothWithBothValues() {
    String addresses = Loopback.addresses(2);
    List<Throwable> refusals =
        Loopback.together(
            2,
            worker ->
                catchThrowable(
                    () ->
                        SocketExchange.open(
                            Loopback.group(addresses, worker), Map.of("train.lr", "0." + worker))));

    assertThat(refusals)
        .allSatisfy(
            refusal ->
                assertThat(refusal)
                    .isInstanceOf(InputRefusedException.class)
                    .hasMessageContaining("train.lr")
                    .hasMessageContaining("0.0")
                    .hasMessageContaining("0.1"));
  }

  @Test
  void aWorkerWithoutTheTokenIsRefused() {
    String addresses = Loopback.addresses(2);
    List<Throwable> refusals =
        Loopback.together(
            2,
            worker -> {
              WorkerGroup group =
                  WorkerGroup.parse(addresses, worker, Duration.ofSeconds(20), "secret" + worker);
              return catchThrowable(() -> SocketExchange.open(group, Map.of()));
            });

    assertThat(refusals)
        .allSatisfy(
            refusal ->
                assertThat(refusal)
                    .isInstanceOf(InputRefusedException.class)
                    .hasMessageContaining("TRM_WORKERS_TOKEN")
                    .hasMessageNotContaining("secret"));
  }

  @Test
  void aWorkerThatNeverComesIsNamed() {
    WorkerGroup group = WorkerGroup.parse(Loopback.addresses(2), 0, Duration.ofMillis(300), "");

    assertThatThrownBy(() -> SocketExchange.open(group, Map.of()))
        .isInstanceOf(WorkerLostException.class)
        .hasMessageContaining("worker 1 (" + group.addresses().get(1) + ") did not come");
  }

  @Test
  void aStrangerIsSentAwayAndTheWorkerIsWaitedFor() {
    String addresses = Loopback.addresses(2);
    Address first = Loopback.group(addresses, 0).addresses().get(0);
    List<Integer> workers =
        Loopback.together(
            3,
            worker -> {
              if (worker == 2) {
                shout(first);
                return 0;
              }
              if (worker == 1) {
                sleep(500);
              }
              try (Exchange exchange =
                  SocketExchange.open(Loopback.group(addresses, worker), Map.of())) {
                return exchange.gather(new byte[0]).size();
              }
            });

    assertThat(workers).containsExactly(2, 2, 0);
  }

  /** Calls as a web browser would. */
  private static void shout(Address address) {
    for (int attempt = 0; attempt < 50; attempt++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.port())) {
        new DataOutputStream(socket.getOutputStream()).write(bytes("GET / HTTP/1.1\r\n\r\n"));
        return;
      } catch (IOException notYet) {
        sleep(50);
      }
    }
    throw new AssertionError("nobody listens at " + address);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
