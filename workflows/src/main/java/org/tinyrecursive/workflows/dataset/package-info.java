/** {@code trm dataset}: build datasets, look at them, verify them. */
package org.tinyrecursive.workflows.dataset;
