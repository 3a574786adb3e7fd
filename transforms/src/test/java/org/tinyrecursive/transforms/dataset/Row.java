package org.tinyrecursive.transforms.dataset;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.transforms.random.StableRandom;

/** A row as the tests make it. */
@SuppressWarnings("ArrayRecordComponent") // compared column by column
record Row(int group, int puzzle, int identifier, int example, byte[] inputs, byte[] labels) {

  /** Groups of 1 to 4 puzzles of 1 to 5 examples, with gaps in the puzzle ids. */
  static List<Row> random(long seed, int groups, int seqLen, int vocabSize) {
    StableRandom random = StableRandom.of(seed, "rows");
    List<Row> rows = new ArrayList<>();
    int puzzle = 0;
    for (int group = 0; group < groups; group++) {
      int puzzles = 1 + random.nextInt(4);
      for (int i = 0; i < puzzles; i++) {
        puzzle += 1 + random.nextInt(3);
        int identifier = random.nextInt(7);
        int examples = 1 + random.nextInt(5);
        for (int example = 0; example < examples; example++) {
          rows.add(
              new Row(
                  group,
                  puzzle,
                  identifier,
                  example,
                  tokens(random, seqLen, vocabSize),
                  tokens(random, seqLen, vocabSize)));
        }
      }
    }
    return rows;
  }

  private static byte[] tokens(StableRandom random, int seqLen, int vocabSize) {
    byte[] tokens = new byte[seqLen];
    for (int i = 0; i < seqLen; i++) {
      tokens[i] = (byte) random.nextInt(vocabSize);
    }
    return tokens;
  }
}
