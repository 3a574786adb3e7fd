package org.tinyrecursive.transforms.leakage;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tinyrecursive.transforms.leakage.LeakageReport.Degree;
import org.tinyrecursive.transforms.leakage.LeakageReport.Match;

/**
 * Compares items of a test set with those of training, by hashes of their content and of a
 * canonical form that is the same for all that count as equal. Memory is two hashes and a name per
 * item.
 */
public final class LeakageSearch {
  private final LeakageReport.Kind kind;
  private final Map<String, List<String>> exactTrain = new HashMap<>();
  private final Map<String, List<String>> canonicalTrain = new HashMap<>();
  private final List<Item> test = new ArrayList<>();

  /**
   * @param kind of the items
   */
  public LeakageSearch(LeakageReport.Kind kind) {
    this.kind = kind;
  }

  /**
   * Takes an item of training.
   *
   * @param name of it, for people
   * @param content all of it, as text
   * @param canonical its canonical form, as text
   */
  public void addTrain(String name, String content, String canonical) {
    exactTrain.computeIfAbsent(hash(content), hash -> new ArrayList<>()).add(name);
    canonicalTrain.computeIfAbsent(hash(canonical), hash -> new ArrayList<>()).add(name);
  }

  /** Takes an item of the test set, see {@link #addTrain}. */
  public void addTest(String name, String content, String canonical) {
    test.add(new Item(name, hash(content), hash(canonical)));
  }

  /** Items of the test set. */
  public int testItems() {
    return test.size();
  }

  /** Every test item that occurs in training, by name; one that is there exactly counts as that. */
  public List<Match> matches() {
    List<Match> matches = new ArrayList<>();
    for (Item item : test) {
      if (exactTrain.containsKey(item.exact)) {
        matches.add(match(item, Degree.EXACT, exactTrain.get(item.exact)));
      } else if (canonicalTrain.containsKey(item.canonical)) {
        matches.add(match(item, Degree.SYMMETRIC, canonicalTrain.get(item.canonical)));
      }
    }
    matches.sort(Comparator.comparing(Match::degree).thenComparing(Match::test));
    return matches;
  }

  private Match match(Item item, Degree degree, List<String> train) {
    return new Match(kind, degree, item.name, train.stream().sorted().toList());
  }

  private static String hash(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private record Item(String name, String exact, String canonical) {}
}
