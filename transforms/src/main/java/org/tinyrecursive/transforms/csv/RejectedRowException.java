package org.tinyrecursive.transforms.csv;

/** A row of a raw file that cannot be used; the caller knows file and line. */
public final class RejectedRowException extends Exception {
  private static final long serialVersionUID = 1;

  private final String field;
  private final String reason;

  /**
   * @param field the column that is wrong, or "row" where it is the row as a whole
   * @param reason what is wrong with it, what was found and what is allowed; reads on after the
   *     field's name: "has 80 cells, expected 81"
   */
  public RejectedRowException(String field, String reason) {
    super(field + " " + reason);
    this.field = field;
    this.reason = reason;
  }

  public String field() {
    return field;
  }

  public String reason() {
    return reason;
  }
}
