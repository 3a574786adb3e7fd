package org.tinyrecursive.transforms.arc;

/** A task is wrong; the file may hold others that are right. */
final class RejectedTaskException extends Exception {
  private static final long serialVersionUID = 1;

  private final long line;
  private final String path;
  private final String reason;

  /**
   * @param path JSON pointer to what is wrong
   * @param reason reads on after the path
   */
  RejectedTaskException(long line, String path, String reason) {
    super("%s %s".formatted(path, reason));
    this.line = line;
    this.path = path;
    this.reason = reason;
  }

  ArcReject of(String file, String task) {
    return new ArcReject(file, line, path, task, reason);
  }
}
