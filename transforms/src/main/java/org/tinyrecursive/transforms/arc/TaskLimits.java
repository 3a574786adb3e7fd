package org.tinyrecursive.transforms.arc;

import org.tinyrecursive.transforms.InputRefusedException;

/**
 * Keeps the memory that a file takes bounded: what is wrong with each of its tasks is kept, and so
 * are their ids. The largest published file has 1,000 tasks.
 */
final class TaskLimits {
  static final int MAX_TASKS = 100_000;
  static final int MAX_WRONG = 10_000;

  private final ArcJson json;
  private int tasks;
  private int wrong;

  TaskLimits(ArcJson json) {
    this.json = json;
  }

  /** Another task begins. */
  void another() {
    if (++tasks > MAX_TASKS) {
      throw new InputRefusedException(
          "%s:%d: task %,d begins here, allowed: %,d in a file; is it a file of ARC tasks? If so, split it"
              .formatted(json.file(), json.line(), tasks, MAX_TASKS));
    }
  }

  /** The task that was read last is wrong. */
  void anotherWrong(ArcReject reject) {
    if (++wrong > MAX_WRONG) {
      throw new InputRefusedException(
          "%s:%d: more than %,d tasks are wrong, this is no file of ARC tasks; the last: %s: %s %s"
              .formatted(
                  json.file(),
                  reject.line(),
                  MAX_WRONG,
                  reject.path(),
                  reject.what(),
                  reject.reason()));
    }
  }
}
