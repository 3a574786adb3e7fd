/**
 * ARC tasks as data: grids, their symmetries and recolourings, tokens, and the files they come in
 * (the published layouts of ARC-AGI-1, ARC-AGI-2 and ConceptARC).
 */
package org.tinyrecursive.transforms.arc;
