/** {@code trm eval}: how well a checkpoint does on a split of a dataset. */
package org.tinyrecursive.workflows.evaluate;
