/**
 * Models from and to other programs: PyTorch files, safetensors, SavedModels. Nothing in them is
 * executed.
 */
package org.tinyrecursive.modeltf.convert;
