/**
 * Tasks of our own making in the manner of ARC: kinds of rule, each a small class that draws grids
 * and says what becomes of them, and a generator that keeps only tasks whose demonstrations
 * determine the answer among all rules known here.
 */
package org.tinyrecursive.transforms.arc.sample;
