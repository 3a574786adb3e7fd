package org.tinyrecursive.rna.sample;

import java.util.ArrayList;
import java.util.List;
import org.tinyrecursive.rna.structure.AForm;
import org.tinyrecursive.rna.structure.Coordinates;
import org.tinyrecursive.rna.structure.Vec3;
import org.tinyrecursive.transforms.random.StableRandom;

/** Residues of a sample in order, 5' to 3': letters, brackets and positions. */
final class SampleBuilder {
  private static final String[] PAIRS = {"GC", "CG", "GC", "CG", "AU", "UA", "GU", "UG"};
  private static final int CANONICAL = 6;
  private static final double WOBBLE = 0.08;
  private static final String LOOSE = "AAAUGC";
  private static final double CLASH = 3.5;
  private static final String[] TETRALOOPS = {"GAAA", "GCAA", "GAGA", "GUGA", "UUCG"};

  private final StableRandom random;
  private final StringBuilder letters = new StringBuilder();
  private final StringBuilder brackets = new StringBuilder();
  private final List<Vec3> positions = new ArrayList<>();

  SampleBuilder(StableRandom random) {
    this.random = random;
  }

  /** Letters of a stem's pairs: the strand with the opening brackets, then its partners. */
  record StemLetters(String opening, String closing) {}

  /** Draws the letters of a stem, pair by pair from its open end. */
  StemLetters stem(int pairs) {
    StringBuilder opening = new StringBuilder();
    StringBuilder closing = new StringBuilder();
    for (int i = 0; i < pairs; i++) {
      boolean wobble = random.nextDouble() < WOBBLE;
      String pair = PAIRS[wobble ? CANONICAL + random.nextInt(2) : random.nextInt(CANONICAL)];
      opening.append(pair.charAt(0));
      closing.append(pair.charAt(1));
    }
    return new StemLetters(opening.toString(), closing.reverse().toString());
  }

  void add(char letter, char bracket, Vec3 position) {
    letters.append(letter);
    brackets.append(bracket);
    positions.add(position);
  }

  /** Adds unpaired residues on an arc from the last one to a point. */
  void addLoop(Vec3 to, int count, Vec3 bulge) {
    String known = count == 4 ? TETRALOOPS[random.nextInt(TETRALOOPS.length)] : "";
    List<Vec3> arc = Arc.between(last(), to, count, bulge);
    for (int i = 0; i < count; i++) {
      char letter =
          known.isEmpty() ? LOOSE.charAt(random.nextInt(LOOSE.length())) : known.charAt(i);
      add(letter, '.', arc.get(i));
    }
  }

  /** A stem along a helix from its pair 0 outward, closed by a loop, and back. */
  void addHairpin(AFormHelix helix, int pairs, int loop) {
    StemLetters stem = stem(pairs);
    for (int k = 0; k < pairs; k++) {
      add(stem.opening().charAt(k), '(', helix.first(k));
    }
    addLoop(helix.second(pairs - 1), loop, helix.axis());
    for (int k = pairs - 1; k >= 0; k--) {
      add(stem.closing().charAt(pairs - 1 - k), ')', helix.second(k));
    }
  }

  /** Adds unpaired residues in a straight line from the last one on. */
  void addTail(int count, Vec3 along) {
    Vec3 at = positions.isEmpty() ? Vec3.ZERO : last();
    for (int i = 0; i < count; i++) {
      at = at.plus(along.times(AForm.STEP));
      add(LOOSE.charAt(random.nextInt(LOOSE.length())), '.', at);
    }
  }

  /** Whether two residues that are not neighbours are too close: loops of a junction may cross. */
  boolean hasClash() {
    for (int i = 0; i < positions.size(); i++) {
      for (int j = i + 2; j < positions.size(); j++) {
        if (positions.get(i).distance(positions.get(j)) < CLASH) {
          return true;
        }
      }
    }
    return false;
  }

  int size() {
    return positions.size();
  }

  Vec3 last() {
    return positions.get(positions.size() - 1);
  }

  String letters() {
    return letters.toString();
  }

  String brackets() {
    return brackets.toString();
  }

  Coordinates structure() {
    return Coordinates.of(positions);
  }
}
