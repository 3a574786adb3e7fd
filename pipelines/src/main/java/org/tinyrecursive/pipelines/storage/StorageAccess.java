package org.tinyrecursive.pipelines.storage;

import com.google.cloud.NoCredentials;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageOptions;
import com.google.cloud.storage.StorageRetryStrategy;
import java.io.Serializable;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * How Google Cloud Storage is reached, by the same options of Beam that its own file system
 * follows: {@code gcsEndpoint}, {@code project} and {@code credentialFactoryClass}. Plain data, for
 * workers anywhere; each process makes one client of it.
 *
 * @param host scheme and authority of the endpoint; empty: Google's
 * @param project that pays; empty where credentials tell
 * @param identity who asks
 */
public record StorageAccess(String host, String project, Identity identity)
    implements Serializable {
  private static final Map<StorageAccess, Storage> CLIENTS = new ConcurrentHashMap<>();

  /** Needed by the client, used for nothing when no bucket is made. */
  private static final String NO_PROJECT = "none";

  /** Who asks. */
  public enum Identity {
    /** The process's application default credentials. */
    DEFAULT,
    /** Nobody. */
    ANONYMOUS
  }

  /** What a run's options say. */
  public static StorageAccess of(PipelineOptions options) {
    GcsOptions gcs = options.as(GcsOptions.class);
    boolean anonymous = NoopCredentialFactory.class.equals(gcs.getCredentialFactoryClass());
    return new StorageAccess(
        origin(gcs.getGcsEndpoint()),
        gcs.getProject() == null ? "" : gcs.getProject(),
        anonymous ? Identity.ANONYMOUS : Identity.DEFAULT);
  }

  /** The client of this process. */
  Storage client() {
    return CLIENTS.computeIfAbsent(this, StorageAccess::connect);
  }

  private Storage connect() {
    // Every write here may be repeated: the same bytes, or under a precondition that is looked at.
    StorageOptions.Builder options =
        StorageOptions.http()
            .setStorageRetryStrategy(StorageRetryStrategy.getUniformStorageRetryStrategy());
    if (!host.isEmpty()) {
      options.setHost(host);
    }
    if (!project.isEmpty()) {
      options.setProjectId(project);
    }
    if (identity == Identity.ANONYMOUS) {
      options.setCredentials(NoCredentials.getInstance());
      options.setProjectId(project.isEmpty() ? NO_PROJECT : project);
    }
    return options.build().getService();
  }

  private static String origin(String endpoint) {
    if (endpoint == null || endpoint.isEmpty()) {
      return "";
    }
    URI uri = URI.create(endpoint);
    return uri.getScheme() + "://" + uri.getAuthority();
  }
}
