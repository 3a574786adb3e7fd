package org.tinyrecursive.workflows.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultFormatTest {
  record Figures(double meanTmScore, Double medianMsPerStep, List<Double> byStep, String note) {}

  private static String print(ResultFormat format, Object json) {
    StringWriter out = new StringWriter();
    format.print(new PrintWriter(out), () -> "for people", json);
    return out.toString();
  }

  @Test
  void keysAreWordsWithUnderscoresOnOneLine() {
    assertThat(print(ResultFormat.JSON, new Figures(0.5, 2.0, List.of(1.0), "a\nb")))
        .isEqualToIgnoringNewLines(
            "{\"mean_tm_score\":0.5,\"median_ms_per_step\":2.0,\"by_step\":[1.0],\"note\":\"a\\nb\"}")
        .hasLineCount(1);
  }

  @Test
  void whatCouldNotBeMeasuredIsNullAndNoTextAmongNumbers() {
    assertThat(
            print(
                ResultFormat.JSON,
                new Figures(Double.NaN, null, List.of(Double.POSITIVE_INFINITY, 1.0), "")))
        .isEqualToIgnoringNewLines(
            "{\"mean_tm_score\":null,\"median_ms_per_step\":null,\"by_step\":[null,1.0],\"note\":\"\"}");
    assertThat(print(ResultFormat.JSON, Map.of("pass@1", Double.NaN)))
        .isEqualToIgnoringNewLines("{\"pass@1\":null}");
  }

  @Test
  void textIsPrintedAsItIs() {
    assertThat(print(ResultFormat.TEXT, Map.of())).isEqualToIgnoringNewLines("for people");
  }
}
