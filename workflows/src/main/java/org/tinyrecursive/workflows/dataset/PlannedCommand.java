package org.tinyrecursive.workflows.dataset;

import org.tinyrecursive.pipelines.dataset.PlannedBuild;

/** A command that builds a dataset, and can say what it would build. */
interface PlannedCommand {
  /** The build that the command's options ask for. */
  PlannedBuild plannedBuild();
}
