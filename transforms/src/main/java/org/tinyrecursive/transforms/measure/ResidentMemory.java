package org.tinyrecursive.transforms.measure;

/**
 * What this process holds of the machine's memory now, in MB (10⁶ bytes), as Linux tells it; NaN
 * where the system does not tell.
 *
 * @param anonymousMegabytes its own: heap, buffers, stacks
 * @param mappedMegabytes pages of files that it has mapped, which the system takes back as it needs
 */
public record ResidentMemory(double anonymousMegabytes, double mappedMegabytes) {
  /** Looks. */
  public static ResidentMemory now() {
    return new ResidentMemory(
        ProcessStatus.megabytes("RssAnon"), ProcessStatus.megabytes("RssFile"));
  }
}
