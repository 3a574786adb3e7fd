package org.tinyrecursive.transforms.dataset.compare;

/**
 * A fact in which two datasets differ.
 *
 * @param what such as {@code recipe.num_aug}
 * @param first its value in the first dataset; empty where it has none
 * @param second its value in the second
 */
public record Difference(String what, String first, String second) {}
