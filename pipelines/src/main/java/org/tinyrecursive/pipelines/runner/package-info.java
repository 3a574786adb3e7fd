/** Where a pipeline runs, and how it is started, watched and brought to its end. */
package org.tinyrecursive.pipelines.runner;
