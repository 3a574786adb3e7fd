package org.tinyrecursive.pipelines.runner;

import org.apache.flink.client.deployment.StandaloneClusterId;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.client.JobStatusMessage;

/**
 * A cluster that takes jobs over HTTP.
 *
 * @param host of its JobManager
 * @param port of its REST interface
 */
record FlinkCluster(String host, int port) {
  /** As Beam's option {@code flinkMaster} has it. */
  String master() {
    return host + ":" + port;
  }

  /**
   * How a job that has ended came to its end.
   *
   * @throws IllegalStateException if the cluster does not say
   */
  FlinkOutcome outcome(String jobName) {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.ADDRESS, host);
    configuration.set(RestOptions.PORT, port);
    try (RestClusterClient<StandaloneClusterId> client =
        new RestClusterClient<>(configuration, StandaloneClusterId.getInstance())) {
      for (JobStatusMessage job : client.listJobs().get()) {
        if (job.getJobName().equals(jobName)) {
          return new FlinkOutcome(client.requestJobResult(job.getJobId()).get());
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking " + master(), interrupted);
    } catch (Exception silent) {
      throw new IllegalStateException(
          "the Flink cluster at %s does not say how the job %s ended".formatted(master(), jobName),
          silent);
    }
    throw new IllegalStateException(
        "the Flink cluster at %s knows no job %s".formatted(master(), jobName));
  }
}
