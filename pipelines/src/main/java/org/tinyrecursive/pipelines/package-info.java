/** The Beam pipelines: ingest, predict and score, with their options and runners. */
package org.tinyrecursive.pipelines;
