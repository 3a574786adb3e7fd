package org.tinyrecursive.modeltf.workers;

import java.util.List;

/**
 * What the workers of a run do together. Every worker makes the same calls in the same order, from
 * one thread; a call returns when all have made it.
 */
public interface Exchange extends AutoCloseable {
  /** Replaces values by the sums over all workers, added in the workers' order. */
  void sum(float[] values);

  /**
   * What every worker gave, in the workers' order.
   *
   * @param mine any number of bytes
   */
  List<byte[]> gather(byte[] mine);

  /**
   * What every worker gave, in the workers' order, for the first worker; nothing for the others.
   *
   * @param mine any number of bytes
   */
  List<byte[]> collect(byte[] mine);

  /**
   * What the first worker gave.
   *
   * @param mine of the first worker; that of others is not looked at
   */
  byte[] lead(byte[] mine);

  /** Whether a worker was lost: every further call fails. */
  boolean isBroken();

  /** Says goodbye; what others still wait for never comes. */
  @Override
  void close();
}
