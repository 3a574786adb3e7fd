/** A trained model from a checkpoint, ready to answer. */
package org.tinyrecursive.modeltf.predict;
