/** {@code trm checkpoint}: what is in a checkpoint, and the way from and to other programs. */
package org.tinyrecursive.workflows.checkpoint;
