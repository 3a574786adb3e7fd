package org.tinyrecursive.transforms.arc;

/** A task is wrong; the file may hold others that are right. */
final class RejectedTaskException extends Exception {
  private static final long serialVersionUID = 1;

  private final long line;
  private final String path;
  private final String what;
  private final String reason;

  /**
   * @param path JSON pointer to what is wrong
   * @param what is wrong there, such as {@code cell}
   * @param reason reads on after that
   */
  RejectedTaskException(long line, String path, String what, String reason) {
    super("%s: %s %s".formatted(path, what, reason));
    this.line = line;
    this.path = path;
    this.what = what;
    this.reason = reason;
  }

  ArcReject of(String file, String task) {
    return new ArcReject(file, line, path, task, what, reason);
  }
}
