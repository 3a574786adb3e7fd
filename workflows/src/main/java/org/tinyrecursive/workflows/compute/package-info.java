/** What a command computes on: threads and devices. */
package org.tinyrecursive.workflows.compute;
