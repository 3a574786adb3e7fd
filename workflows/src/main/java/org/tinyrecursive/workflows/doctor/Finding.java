package org.tinyrecursive.workflows.doctor;

/**
 * What was found about one part of the machine.
 *
 * @param part such as {@code memory}
 * @param status how it bears on running trm
 * @param found what is there
 * @param advice what to do; empty where nothing needs doing
 */
record Finding(String part, Status status, String found, String advice) {
  /** How a finding bears on running trm. */
  enum Status {
    /** As it should be. */
    OK,
    /** Works, but slower or without something optional. */
    NOTE,
    /** Will not work until something is done. */
    PROBLEM
  }

  static Finding ok(String part, String found) {
    return new Finding(part, Status.OK, found, "");
  }

  static Finding note(String part, String found, String advice) {
    return new Finding(part, Status.NOTE, found, advice);
  }

  static Finding problem(String part, String found, String advice) {
    return new Finding(part, Status.PROBLEM, found, advice);
  }
}
