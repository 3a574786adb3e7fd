package org.tinyrecursive.transforms.beam;

import java.io.Serializable;

/**
 * The answer to a question, as a source gives it.
 *
 * @param question the question as text
 * @param answer the answered grid as text
 * @param source where the puzzle comes from; empty where that is not said
 */
record KnownAnswer(String question, String answer, String source) implements Serializable {}
