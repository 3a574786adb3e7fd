/** What differs between two datasets: settings, sources, counts and contents. */
package org.tinyrecursive.transforms.dataset.compare;
