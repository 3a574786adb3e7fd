/** {@code trm sample}: raw sample files in the published formats, made by ourselves. */
package org.tinyrecursive.workflows.sample;
