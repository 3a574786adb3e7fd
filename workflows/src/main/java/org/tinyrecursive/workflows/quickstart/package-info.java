/** The whole road on generated puzzles, in one command. */
package org.tinyrecursive.workflows.quickstart;
