/** Commands that predict a split with a checkpoint. */
package org.tinyrecursive.workflows.predict;
