/**
 * Processes, on one host or several, that make training steps together: who they are, what they say
 * to each other, how gradients are summed. Knows nothing of models.
 */
package org.tinyrecursive.modeltf.workers;
