package org.tinyrecursive.transforms.measure;

/** The most memory this process ever held, as Linux tells it. */
public final class PeakMemory {
  private PeakMemory() {}

  /** In MB (10⁶ bytes); NaN where the system does not tell. */
  public static double residentMegabytes() {
    return ProcessStatus.megabytes("VmHWM");
  }
}
