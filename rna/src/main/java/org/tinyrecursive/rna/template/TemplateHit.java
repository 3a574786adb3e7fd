package org.tinyrecursive.rna.template;

import org.tinyrecursive.rna.align.Alignment;

/**
 * A known structure that resembles a target.
 *
 * @param chain the structure
 * @param alignment of the target with it
 * @param scorePerResidue the alignment's score over the target's length
 */
public record TemplateHit(LibraryChain chain, Alignment alignment, double scorePerResidue) {}
