package org.tinyrecursive.pipelines.runner;

import java.net.URI;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.NettyShuffleEnvironmentOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;

/** A Flink cluster of one TaskManager in this process, reached over loopback. */
final class EmbeddedFlink implements AutoCloseable {
  private static final long REFRESH_MILLIS = 200;
  private static final int NETWORK_MEGABYTES = 64;
  private static final int NETWORK_MEGABYTES_PER_SLOT = 8;

  /** A pipeline has dozens of exchanges, each of them small; the usual 512 would be refused. */
  private static final int BUFFERS_PER_EXCHANGE = 16;

  private static final int SORT_MEGABYTES_PER_SLOT = 64;

  private final MiniCluster flink;
  private final FlinkCluster cluster;

  private EmbeddedFlink(MiniCluster flink, FlinkCluster cluster) {
    this.flink = flink;
    this.cluster = cluster;
  }

  /**
   * Starts a cluster.
   *
   * @param slots parts of a step that run at a time
   */
  static EmbeddedFlink start(int slots) {
    MiniCluster flink =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration(slots))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .setRpcServiceSharing(RpcServiceSharing.SHARED)
                .build());
    try {
      flink.start();
      URI rest = flink.getRestAddress().get();
      return new EmbeddedFlink(flink, new FlinkCluster(rest.getHost(), rest.getPort()));
    } catch (Exception failed) {
      IllegalStateException failure =
          new IllegalStateException("Flink did not start in this process", failed);
      try {
        flink.close();
      } catch (Exception unstoppable) {
        failure.addSuppressed(unstoppable);
      }
      throw failure;
    }
  }

  private static Configuration configuration(int slots) {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.ADDRESS, "localhost");
    configuration.set(RestOptions.BIND_ADDRESS, "localhost");
    configuration.set(RestOptions.BIND_PORT, "0");
    // How old a counter may be when it is looked at.
    configuration.set(WebOptions.REFRESH_INTERVAL, REFRESH_MILLIS);
    MemorySize network =
        MemorySize.ofMebiBytes(NETWORK_MEGABYTES + (long) slots * NETWORK_MEGABYTES_PER_SLOT);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
    configuration.set(
        NettyShuffleEnvironmentOptions.NETWORK_SORT_SHUFFLE_MIN_BUFFERS, BUFFERS_PER_EXCHANGE);
    configuration.set(
        TaskManagerOptions.MANAGED_MEMORY_SIZE,
        MemorySize.ofMebiBytes((long) slots * SORT_MEGABYTES_PER_SLOT));
    // Beam's threads outlive a job and still look for classes.
    configuration.set(CoreOptions.CHECK_LEAKED_CLASSLOADER, false);
    return configuration;
  }

  FlinkCluster cluster() {
    return cluster;
  }

  @Override
  public void close() {
    try {
      flink.close();
    } catch (Exception failed) {
      throw new IllegalStateException("Flink did not stop in this process", failed);
    }
  }
}
