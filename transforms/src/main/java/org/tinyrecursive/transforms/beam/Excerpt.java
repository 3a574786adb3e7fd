package org.tinyrecursive.transforms.beam;

/** Text of a user's file, fit for a message. */
final class Excerpt {
  private static final int MAX_LENGTH = 60;

  private Excerpt() {}

  /** The text without control characters, cut where it is long. */
  static String of(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= MAX_LENGTH ? plain : plain.substring(0, MAX_LENGTH) + "…";
  }
}
