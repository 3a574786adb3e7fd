/** Puzzles of a dataset drawn for people: in the terminal and as an HTML page. */
package org.tinyrecursive.transforms.dataset.view;
