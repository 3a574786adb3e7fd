package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.util.Comparator;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.tinyrecursive.transforms.random.StableRandom;

/**
 * An expansion for tests: a text takes up as many puzzle ids as it has characters and becomes a
 * puzzle of two examples for each of its different ones, so that ids have gaps.
 */
record TextGroups(long seed) implements GroupExpansion<String> {
  static final int SEQ_LEN = 4;

  @Override
  public Coder<String> coder() {
    return StringUtf8Coder.of();
  }

  @Override
  public long place(String text) {
    return StableRandom.of(seed, text).nextLong();
  }

  @Override
  public Comparator<String> byOrigin() {
    return Comparator.naturalOrder();
  }

  @Override
  public int puzzles(String text) {
    return text.length();
  }

  @Override
  public void expand(String text, GroupRows rows) throws IOException {
    int[] different = text.chars().distinct().toArray();
    for (int puzzle = 0; puzzle < different.length; puzzle++) {
      byte token = (byte) (different[puzzle] - 'a');
      byte[] tokens = {token, token, token, token};
      int identifier = 1 + rows.firstPuzzle() + puzzle;
      rows.add(puzzle, identifier, 0, tokens, tokens);
      rows.add(puzzle, identifier, 1, tokens, tokens);
      rows.note(text + "|" + (char) different[puzzle] + "|" + identifier);
    }
    rows.count(BuildCounters.DUPLICATE, text.length() - different.length);
  }

  @Override
  public boolean hasNotes() {
    return true;
  }
}
