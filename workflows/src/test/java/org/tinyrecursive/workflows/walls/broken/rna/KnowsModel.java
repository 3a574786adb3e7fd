package org.tinyrecursive.workflows.walls.broken.rna;

import org.tinyrecursive.workflows.walls.broken.modeltf.Layer;

record KnowsModel(Layer layer) {}
