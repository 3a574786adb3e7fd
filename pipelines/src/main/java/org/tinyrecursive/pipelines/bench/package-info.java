/** What datasets, predictions and votes cost, and what methods of predicting RNA are worth. */
package org.tinyrecursive.pipelines.bench;
