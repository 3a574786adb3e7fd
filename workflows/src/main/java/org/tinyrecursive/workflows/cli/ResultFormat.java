package org.tinyrecursive.workflows.cli;

/** How a command prints its result. */
public enum ResultFormat {
  /** For people. */
  TEXT,
  /** One JSON object, the last line on stdout. */
  JSON
}
