/** Commands that handle known RNA structures. */
package org.tinyrecursive.workflows.rna;
