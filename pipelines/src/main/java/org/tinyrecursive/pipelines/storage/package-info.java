/** Datasets in Google Cloud Storage: how it is reached, written to and read from. */
package org.tinyrecursive.pipelines.storage;
