/** What the commands that read mazes share. */
package org.tinyrecursive.workflows.maze;
