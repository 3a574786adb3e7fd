/** Tiny Recursive Models on TensorFlow Java: layers, losses, optimizers, trainer, checkpoints. */
package org.tinyrecursive.modeltf;
