/** Pipelines that compare predictions with the right answers. */
package org.tinyrecursive.pipelines.score;
