/** How fast a training step is, against what the machine can do. */
package org.tinyrecursive.modeltf.bench;
