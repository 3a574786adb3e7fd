/** {@code report.html}: a run as one self-contained page. */
package org.tinyrecursive.workflows.report;
