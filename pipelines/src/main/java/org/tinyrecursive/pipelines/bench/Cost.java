package org.tinyrecursive.pipelines.bench;

/**
 * What some work cost.
 *
 * @param seconds by the clock on the wall
 * @param cpuSeconds of all threads of this process, also where others had the cores meanwhile
 */
record Cost(double seconds, double cpuSeconds) {}
