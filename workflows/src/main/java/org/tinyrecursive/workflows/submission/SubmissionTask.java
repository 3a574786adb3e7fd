package org.tinyrecursive.workflows.submission;

/** A competition whose submissions can be checked. */
enum SubmissionTask {
  /** ARC: two attempts for every test input. */
  ARC,
  /** RNA 3D structure: C1' positions of five guesses. */
  RNA
}
