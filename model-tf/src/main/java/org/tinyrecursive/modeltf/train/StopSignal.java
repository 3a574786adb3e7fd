package org.tinyrecursive.modeltf.train;

/** A request, from any thread, that training saves and ends at its next step. */
public final class StopSignal {
  private volatile boolean requested;

  /** Asks training to end; it saves first. */
  public void request() {
    requested = true;
  }

  /** Whether the end was asked for. */
  public boolean isRequested() {
    return requested;
  }
}
