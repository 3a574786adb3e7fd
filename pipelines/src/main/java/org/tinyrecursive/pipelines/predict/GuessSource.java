package org.tinyrecursive.pipelines.predict;

import java.io.Serializable;
import org.tinyrecursive.pipelines.rna.GuessMethod;

/**
 * What guesses are made from.
 *
 * @param method how
 * @param library file of known structures; empty: none
 * @param checkpoint of a trained model; empty: none
 */
record GuessSource(GuessMethod method, String library, String checkpoint) implements Serializable {}
