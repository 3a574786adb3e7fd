package org.tinyrecursive.rna.io;

/** Takes what is wrong with a file; the reader goes on after the record if this returns. */
@FunctionalInterface
public interface ProblemSink {
  /** Refuses the whole input at the first problem. */
  ProblemSink REFUSE =
      problem -> {
        throw problem.refusal();
      };

  /** Takes the next problem, in order of the file. */
  void accept(RecordProblem problem);
}
