package org.tinyrecursive.workflows.walls.broken.transforms.dataset;

import org.tensorflow.Graph;

record KnowsTensorFlow(Graph graph) {}
