/** From raw files to datasets. */
package org.tinyrecursive.pipelines.dataset;
