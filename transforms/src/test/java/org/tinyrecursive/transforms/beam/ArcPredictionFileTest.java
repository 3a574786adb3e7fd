package org.tinyrecursive.transforms.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tinyrecursive.transforms.Gzip;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.csv.RejectedRowException;
import org.tinyrecursive.transforms.prediction.Prediction;
import org.tinyrecursive.transforms.prediction.PredictionWriter;

/** Votes are read from our Arrow files and from anyone's lines of JSON: the same from both. */
class ArcPredictionFileTest {
  private static final byte[] INPUT = {2, 3, 1, 1};
  private static final byte[] ANSWER = {5, 1, 1, 0};

  @TempDir private Path folder;

  private final List<String> read = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();

  @Test
  void bothFormsOfAPredictionAreReadAlike() throws IOException {
    read(arrow("[\"zero\",\"one\"]", INPUT, ANSWER));
    read(
        lines(
            "{\"puzzle\":\"one\",\"input\":[2,3,1,1],\"prediction\":[5,1,1,0],\"q_halt_logit\":1.5}"));
    read(
        lines(
            "{\"extra\":{\"a\":[1]},\"q_halt_logit\":1.5,\"prediction\":[5,1,1,0],"
                + "\"input\":[2,3,1,1],\"puzzle\":\"one\"}\r\n\n"));
    assertThat(rejects).isEmpty();
    assertThat(read).hasSize(3).containsOnly("1 one [2, 3, 1, 1] [5, 1, 1, 0] 1.5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|line is no JSON object",
        "7|line is no JSON object",
        "{\"puzzle\":\"a\"}|input is missing",
        "{\"input\":[2]}|puzzle is missing",
        "{\"puzzle\":\"a\",\"input\":[2]}|prediction is missing",
        "{\"puzzle\":7}|puzzle is no text",
        "{\"input\":\"2\"}|input is no list of tokens",
        "{\"input\":[2.5]}|input holds no whole numbers",
        "{\"input\":[[2]]}|input holds no whole numbers",
        "{\"input\":[null]}|input holds no whole numbers",
        "{\"q_halt_logit\":\"1\"}|q_halt_logit is no number",
        "{\"puzzle\":\"a\",\"input\":[2],\"prediction\":[2]}|prediction has a q_halt that is no number",
        "{\"puzzle\":\"a\",\"input\":[2],\"prediction\":[2,2],\"q_halt_logit\":1}"
            + "|prediction has 1 tokens of input and 2 of prediction, expected as many",
        "{\"puzzle\":\"a\",\"input\":[2,2],\"prediction\":[2,2],\"q_halt_logit\":1}"
            + "|prediction has 2 tokens, expected a square of at most 900",
        "{\"puzzle\":\"a\",\"input\":[],\"prediction\":[],\"q_halt_logit\":1}"
            + "|prediction has 0 tokens, expected a square of at most 900",
        "{\"puzzle\":\"a\",\"input\":[2],\"prediction\":[2],\"q_halt_logit\":1} {}"
            + "|line has more behind its JSON object, expected one object a line",
      })
  void aBadLineIsARejectThatNamesTheField(String line, String problem) throws IOException {
    String good = "{\"puzzle\":\"g\",\"input\":[2],\"prediction\":[3],\"q_halt_logit\":-1}";
    read(lines(line + "\n" + good));
    assertThat(rejects).extracting(Reject::message).containsExactly("p.jsonl:1: " + problem);
    assertThat(read).containsExactly("2 g [2] [3] -1.0");
  }

  @Test
  void moreTokensThanACanvasHasAreRefusedByTheirNumber() throws IOException {
    read(lines("{\"input\":[" + "2,".repeat(900) + "2]}"));
    assertThat(rejects.get(0).message()).isEqualTo("p.jsonl:1: input has more than 900 tokens");
    assertThat(rejects.get(0).record()).hasSize(61).endsWith("…");
  }

  @Test
  void numbersThatAreNoTokensStandForNone() throws IOException {
    read(
        lines(
            "{\"puzzle\":\"a\",\"input\":[2,3,4,5],\"prediction\":[-1,12,99999999999,11],"
                + "\"q_halt_logit\":1e999}"));
    assertThat(rejects).isEmpty();
    assertThat(read).containsExactly("1 a [2, 3, 4, 5] [-1, -1, -1, 11] Infinity");
  }

  @Test
  void everyTruncationOfALineIsAReject() throws IOException {
    String line = "{\"puzzle\":\"a\",\"input\":[2],\"prediction\":[3],\"q_halt_logit\":-1.5}";
    for (int length = 1; length < line.length(); length++) {
      rejects.clear();
      read(lines(line.substring(0, length)));
      assertThat(read).as("%d characters", length).isEmpty();
      assertThat(rejects).singleElement().satisfies(r -> assertThat(r.field()).isEqualTo("line"));
    }
  }

  @Test
  void aPredictionThatCannotVoteIsARejectOfItsRow() throws IOException {
    read(arrow("[\"zero\",\"one\"]", new byte[] {2, 2, 2}, new byte[] {2, 2, 2}));
    assertThat(rejects.get(0).message())
        .isEqualTo("p.arrow:1: prediction has 3 tokens, expected a square of at most 900");
  }

  @Test
  void anIdentifierWithoutANameIsShownAsOne() throws IOException {
    read(arrow("[\"zero\"]", INPUT, ANSWER));
    assertThat(read).singleElement().asString().startsWith("1 identifier 1 of 1 [");
  }

  @Test
  void aMissingListOfNamesIsRefusedByItsPath() throws IOException {
    Path file = arrow("[]", INPUT, ANSWER);
    Files.delete(folder.resolve("identifiers.json"));
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InputRefusedException.class)
        .hasMessage(folder + "/identifiers.json: no such file; check the path");
  }

  @Test
  void whatIsNoArrowFileIsRefused() throws IOException {
    Files.writeString(folder.resolve("identifiers.json"), "[]");
    Path file = Files.writeString(folder.resolve("p.arrow"), "{\"puzzle\":1}");
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("p.arrow: ")
        .hasMessageContaining("make it anew");
    assertThatThrownBy(() -> read(folder.resolve("none.arrow")))
        .isInstanceOf(InputRefusedException.class)
        .hasMessageContaining("none.arrow")
        .hasMessageContaining("no such file");
  }

  @Test
  void everyTruncationOfPackedLinesIsRefused() throws IOException {
    byte[] packed =
        Gzip.members("{\"puzzle\":\"a\",\"input\":[2],\"prediction\":[3],\"q_halt_logit\":1}\n");
    for (int length = 2; length < packed.length; length++) {
      Path file = Files.write(folder.resolve("p.jsonl.gz"), Arrays.copyOf(packed, length));
      assertThatThrownBy(() -> read(file))
          .isInstanceOf(InputRefusedException.class)
          .hasMessageStartingWith("p.jsonl.gz: compressed data breaks off");
    }
  }

  private Path lines(String text) throws IOException {
    return Files.writeString(folder.resolve("p.jsonl"), text);
  }

  private Path arrow(String names, byte[] input, byte[] prediction) throws IOException {
    Files.writeString(folder.resolve("identifiers.json"), names);
    Path file = folder.resolve("p.arrow");
    Files.deleteIfExists(file);
    try (PredictionWriter writer = new PredictionWriter(file, input.length)) {
      writer.append(new Prediction(0, input, prediction, false, 1.5f, 1, 1, false));
      writer.finish();
    }
    return file;
  }

  private void read(Path file) {
    new ArcPredictionFile(new RawSource(file.toString(), "votes", 0))
        .read(
            new ArcPredictionFile.Sink() {
              @Override
              public void accept(long row, ArcPrediction prediction) throws RejectedRowException {
                read.add(
                    row
                        + " "
                        + prediction.puzzle()
                        + " "
                        + Arrays.toString(prediction.input())
                        + " "
                        + Arrays.toString(prediction.prediction())
                        + " "
                        + prediction.logit());
              }

              @Override
              public void reject(Reject reject) {
                rejects.add(reject);
              }
            });
  }
}
