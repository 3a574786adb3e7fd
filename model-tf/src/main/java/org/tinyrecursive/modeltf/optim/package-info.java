/** Optimizers and averages, as graph updates of resource variables (trm-spec, "Optimizers"). */
package org.tinyrecursive.modeltf.optim;
