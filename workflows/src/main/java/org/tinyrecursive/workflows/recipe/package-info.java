/**
 * Recipes as files: YAML mapped onto the immutable records of {@code modeltf.config} by their
 * {@link org.tinyrecursive.modeltf.config.Setting} annotations, layer over layer.
 */
package org.tinyrecursive.workflows.recipe;
