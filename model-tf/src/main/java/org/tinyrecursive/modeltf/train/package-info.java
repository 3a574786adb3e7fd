/** Training: sampling, the loop around the graph, evaluation and what is logged. */
package org.tinyrecursive.modeltf.train;
