/** Event files that TensorBoard reads. */
package org.tinyrecursive.modeltf.tensorboard;
