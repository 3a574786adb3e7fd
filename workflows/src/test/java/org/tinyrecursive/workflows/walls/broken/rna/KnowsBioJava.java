package org.tinyrecursive.workflows.walls.broken.rna;

import org.biojava.nbio.structure.Structure;

record KnowsBioJava(Structure structure) {}
