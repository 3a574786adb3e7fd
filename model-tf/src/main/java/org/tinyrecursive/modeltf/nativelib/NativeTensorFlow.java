package org.tinyrecursive.modeltf.nativelib;

import java.nio.file.Path;
import org.tensorflow.TensorFlow;

/** The native TensorFlow library of this process. */
public final class NativeTensorFlow {
  private static final String GPU_LIBRARY =
      "org/tensorflow/internal/c_api/linux-x86_64-gpu/libjnitensorflow.so";

  private static final String MEMORY_LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";

  private NativeTensorFlow() {}

  /** The artifacts of TensorFlow Java 1.1.0 for Linux on x86-64. */
  public enum Build {
    /** Computes on the processor alone. */
    CPU(683_270_731),
    /** Computes on NVIDIA GPUs too; the Maven profile {@code gpu} chooses it. */
    GPU(1_252_459_491);

    private final long extractedBytes;

    Build(long extractedBytes) {
      this.extractedBytes = extractedBytes;
    }

    /** Bytes that the library takes once it is extracted. */
    public long extractedBytes() {
      return extractedBytes;
    }
  }

  /** Which artifact this process has on its class path; nothing is loaded. */
  public static Build build() {
    return NativeTensorFlow.class.getClassLoader().getResource(GPU_LIBRARY) == null
        ? Build.CPU
        : Build.GPU;
  }

  /**
   * Leaves it to the system how much native memory there is. JavaCPP, which calls the library,
   * would refuse every tensor once the process holds four times the limit of the Java heap, however
   * much is free. A limit that the user has set stays. To be called before the library is used.
   */
  public static void liftMemoryLimit() {
    System.getProperties().putIfAbsent(MEMORY_LIMIT, "0");
  }

  /**
   * Loads the library, at the first call in this process, and asks it for its version.
   *
   * @return such as {@code 2.18.0}
   * @throws LinkageError if it cannot be loaded on this machine
   */
  public static String version() {
    return TensorFlow.version();
  }

  /** Where it is extracted to at its first use: JavaCPP's cache. */
  public static Path cacheFolder() {
    String chosen = System.getProperty("org.bytedeco.javacpp.cachedir");
    return chosen != null
        ? Path.of(chosen)
        : Path.of(System.getProperty("user.home"), ".javacpp", "cache");
  }
}
