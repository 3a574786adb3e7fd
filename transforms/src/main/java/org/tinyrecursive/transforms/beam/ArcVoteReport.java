package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that a vote yields. Reports of parts add up to that of the whole, in any order.
 *
 * @param sources counts by place of the file among all
 * @param results by place of the test input among all
 * @param elsewhere votes on what is no test input of the tasks given
 * @param rejects rows refused
 * @param firstRejects the first few of them, in the order of files and rows
 */
public record ArcVoteReport(
    SortedMap<Integer, ArcSourceCounts> sources,
    SortedMap<Integer, ArcVoteResult> results,
    long elsewhere,
    long rejects,
    List<Reject> firstRejects)
    implements Serializable {
  /** The report on nothing. */
  public static final ArcVoteReport EMPTY =
      new ArcVoteReport(new TreeMap<>(), new TreeMap<>(), 0, 0, List.of());

  private static final int KEPT_REJECTS = 5;

  public ArcVoteReport {
    sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    results = Collections.unmodifiableSortedMap(new TreeMap<>(results));
    firstRejects = List.copyOf(firstRejects);
  }

  static ArcVoteReport ofSource(int source, ArcSourceCounts counts) {
    return new ArcVoteReport(
        new TreeMap<>(Map.of(source, counts)), new TreeMap<>(), 0, 0, List.of());
  }

  static ArcVoteReport ofResult(ArcVoteResult result) {
    return new ArcVoteReport(
        new TreeMap<>(), new TreeMap<>(Map.of(result.index(), result)), 0, 0, List.of());
  }

  static ArcVoteReport ofElsewhere(long votes) {
    return new ArcVoteReport(new TreeMap<>(), new TreeMap<>(), votes, 0, List.of());
  }

  static ArcVoteReport ofReject(Reject reject) {
    return new ArcVoteReport(new TreeMap<>(), new TreeMap<>(), 0, 1, List.of(reject));
  }

  /** Both together. */
  public ArcVoteReport plus(ArcVoteReport other) {
    SortedMap<Integer, ArcSourceCounts> allSources = new TreeMap<>(sources);
    other.sources.forEach(
        (source, counts) -> allSources.merge(source, counts, ArcSourceCounts::plus));
    SortedMap<Integer, ArcVoteResult> allResults = new TreeMap<>(results);
    allResults.putAll(other.results);
    return new ArcVoteReport(
        allSources,
        allResults,
        elsewhere + other.elsewhere,
        rejects + other.rejects,
        Stream.concat(firstRejects.stream(), other.firstRejects.stream())
            .sorted(Reject.BY_ORIGIN)
            .limit(KEPT_REJECTS)
            .toList());
  }
}
