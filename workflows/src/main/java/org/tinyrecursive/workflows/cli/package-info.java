/** What all commands share: the lazy command tree, exit codes, results as text or JSON, units. */
package org.tinyrecursive.workflows.cli;
