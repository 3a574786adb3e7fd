/** The model as one TensorFlow graph: weights, optimizer, average and carry are variables in it. */
package org.tinyrecursive.modeltf.graph;
