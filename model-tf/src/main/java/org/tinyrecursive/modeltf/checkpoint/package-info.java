/** Checkpoints: tensors in files, written whole or not at all. */
package org.tinyrecursive.modeltf.checkpoint;
