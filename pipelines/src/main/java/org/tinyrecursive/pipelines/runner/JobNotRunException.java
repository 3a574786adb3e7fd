package org.tinyrecursive.pipelines.runner;

/** A job was written down, as asked, and not run: there is no result. */
public final class JobNotRunException extends RuntimeException {
  private static final long serialVersionUID = 1;

  JobNotRunException(String template) {
    super(
        "the job was written to %s and not run, so there is no result; leave out --beam.templateLocation to run it"
            .formatted(template));
  }
}
