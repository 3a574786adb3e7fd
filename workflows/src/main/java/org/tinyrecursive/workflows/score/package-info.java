/** Commands that score predictions. */
package org.tinyrecursive.workflows.score;
