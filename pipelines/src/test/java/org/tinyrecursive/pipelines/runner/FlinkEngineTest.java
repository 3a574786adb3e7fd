package org.tinyrecursive.pipelines.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tinyrecursive.transforms.InputRefusedException;

/** What is said of a cluster before it is given any work. */
class FlinkEngineTest {
  private static final BeamSettings FLINK = BeamSettings.on(RunnerChoice.FLINK);

  @Test
  void addressOfTheClusterIsNeeded() {
    assertThatThrownBy(() -> BeamRun.prepare(FLINK, "any"))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("--runner flink needs --beam.flinkMaster=HOST:PORT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"host:port", "localhost:99999", "[local]", "localhost:8081/jobs", ":8081"})
  void whatIsNoAddressIsRefused(String master) {
    assertThatThrownBy(() -> FlinkAddress.parse(master))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(
            "--beam.flinkMaster is '%s', expected HOST:PORT such as localhost:8081"
                .formatted(master));
  }

  @ParameterizedTest
  @CsvSource({
    "node-1:9090, node-1:9090",
    "node-1, node-1:8081",
    "http://10.0.0.7:80/, 10.0.0.7:80"
  })
  void addressHasHostAndPort(String text, String address) {
    assertThat(FlinkAddress.parse(text)).hasToString(address);
  }

  @Test
  void clusterThatDoesNotAnswerIsNamed() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    assertRefused(port)
        .hasMessageContaining("--beam.flinkMaster is localhost:" + port)
        .hasMessageContaining("no Flink cluster answers there")
        .hasMessageContaining("deploy/flink/start");
  }

  @Test
  void clusterOfAnotherVersionIsNamed() throws IOException {
    assertRefusedWith("{\"flink-version\":\"1.20.0\",\"taskmanagers\":1,\"slots-total\":4}")
        .hasMessageContaining("a cluster of Flink 1.20.0, expected Flink 1.19");
  }

  @Test
  void clusterWithoutTaskManagerIsNamed() throws IOException {
    assertRefusedWith("{\"flink-version\":\"1.19.1\",\"taskmanagers\":0,\"slots-total\":0}")
        .hasMessageContaining("a cluster without a TaskManager");
  }

  @Test
  void moreWorkersThanSlotsAreRefused() throws IOException {
    assertRefusedWith("{\"flink-version\":\"1.19.2\",\"taskmanagers\":2,\"slots-total\":4}")
        .hasMessageContaining("--workers is 5, but the cluster")
        .hasMessageContaining("has 4 slots on 2 TaskManagers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "{\"status\":\"up\"}", ""})
  void whateverElseAnswersIsNoCluster(String body) throws IOException {
    assertRefusedWith(body).hasMessageContaining("something answers that is not Flink");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefusedWith(String body)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/overview",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      return assertRefused(server.getAddress().getPort());
    } finally {
      server.stop(0);
    }
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(int port) {
    BeamSettings settings =
        FLINK.withWorkers(5).withOptions(Map.of("flinkMaster", "localhost:" + port));
    return assertThatThrownBy(() -> BeamRun.prepare(settings, "any"))
        .isInstanceOf(InputRefusedException.class);
  }
}
