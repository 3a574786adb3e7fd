/** Statistics that scores report. */
package org.tinyrecursive.transforms.statistics;
