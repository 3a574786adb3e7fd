/** The page that shows how predictions of ARC tasks voted. */
package org.tinyrecursive.workflows.report.arc;
