/** The report on predicted RNA structures. */
package org.tinyrecursive.workflows.report.rna;
