/** Prediction as Beam pipelines: dataset and checkpoint in, predictions out. */
package org.tinyrecursive.pipelines.predict;
