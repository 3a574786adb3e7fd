package org.tinyrecursive.workflows.walls.broken.modeltf;

import org.tinyrecursive.workflows.walls.broken.rna.Sequence;

record KnowsRna(Sequence sequence) {}
