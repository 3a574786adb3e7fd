/** Rows of CSV files: fields, and why a row is refused. */
package org.tinyrecursive.transforms.csv;
