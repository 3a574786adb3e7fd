package org.tinyrecursive.workflows.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Durations as people write them: {@code 90s}, {@code 30m}, {@code 1h30m}. */
public final class DurationText {
  private static final Pattern PARTS =
      Pattern.compile("(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m(?!s))?(?:(\\d+)s)?(?:(\\d+)ms)?");

  private DurationText() {}

  /**
   * Reads a positive duration: whole days, hours, minutes, seconds, milliseconds, in this order.
   *
   * @throws TypeConversionException naming the text and what is allowed
   */
  public static Duration parse(String text) {
    Matcher parts = PARTS.matcher(text);
    if (!text.isEmpty() && parts.matches()) {
      try {
        Duration sum =
            Duration.ofDays(number(parts, 1))
                .plusHours(number(parts, 2))
                .plusMinutes(number(parts, 3))
                .plusSeconds(number(parts, 4))
                .plusMillis(number(parts, 5));
        if (!sum.isZero()) {
          return sum;
        }
      } catch (ArithmeticException | NumberFormatException tooLarge) {
        throw new TypeConversionException("'" + text + "' is too long a duration");
      }
    }
    throw new TypeConversionException(
        "'" + text + "' is not a duration, allowed: such as 90s, 30m, 1h30m (more than zero)");
  }

  /** The two largest units: {@code 820 ms}, {@code 4.2 s}, {@code 3 m 05 s}, {@code 1 h 20 m}. */
  public static String format(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 59_950) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    long seconds = Math.round(millis / 1000.0);
    if (seconds < 3_600) {
      return "%d m %02d s".formatted(seconds / 60, seconds % 60);
    }
    long minutes = Math.round(seconds / 60.0);
    if (minutes < 24 * 60) {
      return "%d h %02d m".formatted(minutes / 60, minutes % 60);
    }
    long hours = Math.round(minutes / 60.0);
    return "%d d %02d h".formatted(hours / 24, hours % 24);
  }

  private static long number(Matcher parts, int group) {
    return parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
  }
}
