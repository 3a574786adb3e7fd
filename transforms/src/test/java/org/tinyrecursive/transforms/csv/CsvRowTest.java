package org.tinyrecursive.transforms.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRowTest {
  @Provide
  Arbitrary<String> fields() {
    return Arbitraries.strings()
        .withChars(',', '"', ' ', '\t', '\r', 'a', 'é', '\uFEFF')
        .ofMaxLength(6);
  }

  @Property(tries = 1000)
  void whatIsJoinedIsSplitBack(@ForAll @Size(min = 1, max = 5) List<@From("fields") String> row)
      throws RejectedRowException {
    String line = CsvRow.join(row.toArray(String[]::new));
    assertThat(CsvRow.split(line)).isEqualTo(row);
    assertThat(CsvRow.split(line + "\n")).isEqualTo(row);
    assertThat(CsvRow.split(line + "\r\n")).isEqualTo(row);
  }

  /** Either it is refused, or it is a row that is written and read as the same. */
  @Property(tries = 1000)
  void anyLineIsSplitOrRefused(@ForAll("lines") String line) {
    try {
      List<String> fields = CsvRow.split(line);
      assertThat(fields).isNotEmpty();
      assertThat(CsvRow.split(CsvRow.join(fields.toArray(String[]::new)))).isEqualTo(fields);
    } catch (RejectedRowException refused) {
      assertThat(refused.field()).isEqualTo("row");
      assertThat(refused.reason()).contains("quote at character ");
    }
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.strings().withChars(',', '"', ' ', 'a', 'b').ofMaxLength(12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "a,\"b|has a quote at character 3 that is not closed on the same line",
        "\"a\"\"|has a quote at character 1 that is not closed on the same line",
        "\"a\"b,c|has text after a closing quote at character 4, expected ','",
        "x,\"a\" ,c|has text after a closing quote at character 6, expected ','"
      })
  void aWrongQuoteIsRefusedWithItsPlace(String line, String reason) {
    RejectedRowException refused =
        catchThrowableOfType(RejectedRowException.class, () -> CsvRow.split(line));
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused).hasMessage("row " + reason);
  }

  @ParameterizedTest
  @CsvSource({
    "'a,b', true",
    "' a,b ', true",
    "'\uFEFFa,b', true",
    "'a, b', false",
    "'A,b', false",
    "'a,b,c', false",
    "'', false"
  })
  void aHeaderIsKnownByItsColumnsInTheirOrder(String line, boolean isHeader) {
    assertThat(CsvRow.isHeader(line, "a,b")).isEqualTo(isHeader);
  }
}
