/** Finds what of a test set also occurs in training, whatever the task. */
package org.tinyrecursive.transforms.leakage;
