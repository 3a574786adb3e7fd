/** {@code trm train}: training from a recipe and a dataset, watched and stopped from a terminal. */
package org.tinyrecursive.workflows.train;
