/** The Tiny Recursive Model: its parameters and its forward pass (arXiv 2510.04871). */
package org.tinyrecursive.modeltf.model;
