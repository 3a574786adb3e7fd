/** Datasets in the layouts of others, for programs that do not read ours. */
package org.tinyrecursive.transforms.export;
