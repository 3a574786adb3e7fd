package org.tinyrecursive.transforms.beam;

import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * Which splits must have rows; a build that leaves one of them empty is refused, with what became
 * of the records of its files.
 *
 * @param splits names of the splits
 */
public record SplitCheck(List<String> splits) implements Serializable {
  public SplitCheck {
    splits = List.copyOf(splits);
  }

  /** Every split that a source names. */
  public static SplitCheck everySplitOf(List<RawSource> sources) {
    return new SplitCheck(sources.stream().map(RawSource::split).distinct().sorted().toList());
  }

  void refuseEmpty(List<SourceSummary> summaries, List<WrittenShard> whole) {
    Set<String> empty = new LinkedHashSet<>(splits);
    whole.stream().filter(shard -> shard.rows() > 0).forEach(shard -> empty.remove(shard.split()));
    for (String split : empty) {
      throw refused(split, filesOf(split, summaries));
    }
  }

  /** The files of a split; all files where splits are not made of files. */
  private static List<SourceSummary> filesOf(String split, List<SourceSummary> summaries) {
    List<SourceSummary> own =
        summaries.stream().filter(file -> file.source().split().equals(split)).toList();
    return own.isEmpty() ? summaries : own;
  }

  private static InputRefusedException refused(String split, List<SourceSummary> files) {
    String leftOut =
        files.stream()
            .collect(
                Collectors.groupingBy(
                    SourceSummary::leftOutFor, Collectors.summingLong(SourceSummary::leftOut)))
            .entrySet()
            .stream()
            .filter(reason -> !reason.getKey().isEmpty())
            .map(reason -> String.format(Locale.ROOT, "%,d %s", reason.getValue(), reason.getKey()))
            .collect(Collectors.joining(", "));
    String counts =
        Stream.of(
                count(files.stream().mapToLong(SourceSummary::read).sum(), "records read"),
                leftOut,
                count(files.stream().mapToLong(SourceSummary::rejected).sum(), "refused"))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return new InputRefusedException(
        "%s: no puzzle is left for the %s split: %s"
            .formatted(
                files.stream().map(file -> file.source().name()).collect(Collectors.joining(", ")),
                split,
                counts));
  }

  private static String count(long number, String what) {
    return String.format(Locale.ROOT, "%,d %s", number, what);
  }
}
