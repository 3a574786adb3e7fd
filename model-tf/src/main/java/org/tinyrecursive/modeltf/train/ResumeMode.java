package org.tinyrecursive.modeltf.train;

/** What to do with a run's folder that holds an earlier part of the run. */
public enum ResumeMode {
  /** The folder must be empty or absent. */
  NEW,
  /** Go on from the latest checkpoint, or begin where there is none yet. */
  RESUME
}
