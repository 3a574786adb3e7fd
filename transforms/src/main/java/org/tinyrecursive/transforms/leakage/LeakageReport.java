package org.tinyrecursive.transforms.leakage;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What of a test set also occurs in training. Where examples belong to no tasks, as Sudokus and
 * mazes do, the numbers of tasks are 0.
 *
 * @param testTasks tasks of the test set
 * @param testExamples examples asked of them
 * @param tasksExact tasks that are learned as they are
 * @param tasksSymmetric further tasks that are learned up to symmetry and recolouring
 * @param examplesExact examples that are learned as they are
 * @param examplesSymmetric further examples that are learned up to symmetry and recolouring
 * @param matches each of them, and where it is learned; of examples without tasks the first alone,
 *     where there are very many
 */
public record LeakageReport(
    int testTasks,
    int testExamples,
    long tasksExact,
    long tasksSymmetric,
    long examplesExact,
    long examplesSymmetric,
    List<Match> matches) {
  /** The report's name inside a dataset. */
  public static final String FILE_NAME = "leakage.json";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** What is compared. */
  public enum Kind {
    TASK,
    EXAMPLE;

    @JsonValue
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How equal it is. */
  public enum Degree {
    /** Byte for byte. */
    EXACT,
    /** Turned, flipped, recoloured, or whatever else the task's augmentations do. */
    SYMMETRIC;

    @JsonValue
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A test item that is learned.
   *
   * @param test name of it
   * @param train names of what it equals
   */
  public record Match(Kind kind, Degree degree, String test, List<String> train)
      implements Serializable {
    @Override
    public String toString() {
      return "%s %s is %s%s"
          .formatted(
              kind.label(),
              test,
              String.join(", ", train),
              degree == Degree.EXACT ? "" : " up to symmetry");
    }
  }

  public LeakageReport {
    matches = List.copyOf(matches);
  }

  /** The report of two searches. */
  public static LeakageReport of(LeakageSearch tasks, LeakageSearch examples) {
    List<Match> matches = new ArrayList<>(tasks.matches());
    matches.addAll(examples.matches());
    return new LeakageReport(
        tasks.testItems(),
        examples.testItems(),
        count(matches, Kind.TASK, Degree.EXACT),
        count(matches, Kind.TASK, Degree.SYMMETRIC),
        count(matches, Kind.EXAMPLE, Degree.EXACT),
        count(matches, Kind.EXAMPLE, Degree.SYMMETRIC),
        matches);
  }

  /**
   * The report of examples that belong to no tasks.
   *
   * @param matches those to be listed, in order
   */
  public static LeakageReport ofExamples(
      int testExamples, long exact, long symmetric, List<Match> matches) {
    return new LeakageReport(0, testExamples, 0, 0, exact, symmetric, matches);
  }

  /** Test items, of both kinds, that are learned. */
  public long leaked() {
    return tasksExact + tasksSymmetric + examplesExact + examplesSymmetric;
  }

  /** Reads {@link #toJson}. */
  public static LeakageReport parse(byte[] json) throws IOException {
    return JSON.readValue(json, LeakageReport.class);
  }

  /** The bytes of {@code leakage.json}. */
  public byte[] toJson() {
    try {
      return JSON.writeValueAsBytes(this);
    } catch (JsonProcessingException recordsAreAlwaysJson) {
      throw new IllegalStateException(recordsAreAlwaysJson);
    }
  }

  /** One line for people. */
  public String summary() {
    String examples =
        String.format(
            Locale.ROOT,
            "of %,d test examples %,d are learned as they are and %,d up to symmetry",
            testExamples,
            examplesExact,
            examplesSymmetric);
    return testTasks == 0
        ? examples
        : String.format(
            Locale.ROOT,
            "%s; of %,d test tasks %,d and %,d",
            examples,
            testTasks,
            tasksExact,
            tasksSymmetric);
  }

  private static long count(List<Match> matches, Kind kind, Degree degree) {
    return matches.stream().filter(m -> m.kind() == kind && m.degree() == degree).count();
  }
}
