/** Predictions as Arrow files, for any task; specified in docs/prediction-format.md. */
package org.tinyrecursive.transforms.prediction;
