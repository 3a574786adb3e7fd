/** The layers of the published model; each reads like its formula in trm-spec, "Layers". */
package org.tinyrecursive.modeltf.layers;
