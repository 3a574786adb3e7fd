package org.tinyrecursive.pipelines.runner;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalInt;
import org.apache.flink.runtime.util.EnvironmentInformation;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * What a Flink cluster says of itself.
 *
 * @param version of Flink, such as {@code 1.19.2}
 * @param taskManagers processes that work
 * @param slots parts of a step that they can run at a time, all together
 */
record FlinkOverview(String version, int taskManagers, int slots) {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Asks a cluster.
   *
   * @throws InputRefusedException if nobody answers, or no Flink of this version
   */
  static FlinkOverview ask(FlinkAddress address) {
    try {
      HttpResponse<String> response =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .build()
              .send(
                  HttpRequest.newBuilder(address.resolve("/overview")).timeout(PATIENCE).build(),
                  HttpResponse.BodyHandlers.ofString());
      return read(address, response.body());
    } catch (IOException unreachable) {
      throw new InputRefusedException(
          ("--beam.flinkMaster is %s, and no Flink cluster answers there (%s):"
                  + " start one, such as with deploy/flink/start, or name the right host and REST port")
              .formatted(address, reason(unreachable)),
          unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking " + address, interrupted);
    }
  }

  private static FlinkOverview read(FlinkAddress address, String body) throws IOException {
    JsonNode answer;
    try {
      answer = new ObjectMapper().readTree(body);
    } catch (JacksonException notJson) {
      throw notFlink(address, notJson);
    }
    if (answer == null || !answer.hasNonNull("flink-version")) {
      throw notFlink(address, null);
    }
    FlinkOverview overview =
        new FlinkOverview(
            answer.get("flink-version").asText(),
            answer.path("taskmanagers").asInt(),
            answer.path("slots-total").asInt());
    String ours = minor(EnvironmentInformation.getVersion());
    if (!minor(overview.version()).equals(ours)) {
      throw new InputRefusedException(
          "--beam.flinkMaster is %s, a cluster of Flink %s, expected Flink %s"
              .formatted(address, overview.version(), ours));
    }
    return overview;
  }

  /**
   * How many slots a job takes.
   *
   * @param asked empty: all
   * @throws InputRefusedException if there are fewer than asked, or none
   */
  int requireSlots(FlinkAddress address, OptionalInt asked) {
    if (slots == 0) {
      throw new InputRefusedException(
          "--beam.flinkMaster is %s, a cluster without a TaskManager: start one, then try again"
              .formatted(address));
    }
    if (asked.orElse(1) > slots) {
      throw new InputRefusedException(
          "--workers is %,d, but the cluster at %s has %,d slots on %,d TaskManagers"
              .formatted(asked.getAsInt(), address, slots, taskManagers));
    }
    return asked.orElse(slots);
  }

  private static InputRefusedException notFlink(FlinkAddress address, Throwable cause) {
    return new InputRefusedException(
        "--beam.flinkMaster is %s, where something answers that is not Flink's REST interface"
            .formatted(address),
        cause);
  }

  private static String minor(String version) {
    return version.replaceFirst("^(\\d+\\.\\d+).*$", "$1");
  }

  private static String reason(IOException failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }
}
