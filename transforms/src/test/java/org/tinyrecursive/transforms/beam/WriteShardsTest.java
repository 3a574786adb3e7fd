package org.tinyrecursive.transforms.beam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tinyrecursive.transforms.dataset.Compression;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.Split;
import org.tinyrecursive.transforms.dataset.TokenLayout;

class WriteShardsTest {
  private static final List<String> TEXTS = List.of("abc", "aab", "b", "cccc", "", "dcba", "aaa");

  @TempDir Path dir;

  @Test
  void idsThatARecordDoesNotUseStayGaps() throws IOException {
    build(TEXTS, 3);

    Split split = Dataset.open(dir).split("train");
    assertThat(split.puzzleCount()).isEqualTo(3 + 2 + 1 + 1 + 4 + 1);
    assertThat(split.exampleCount()).isEqualTo(2 * split.puzzleCount());
    assertThat(split.groupCount()).as("the empty text has no rows").isEqualTo(6);
    List<Integer> firsts = new ArrayList<>();
    for (int group = 0; group < split.groupCount(); group++) {
      firsts.add(split.puzzleId(split.puzzleOffset(group)));
    }
    assertThat(firsts).isEqualTo(firstIdsInOrderOfPlaces());
  }

  @Test
  void tableHasARowForTheLargestIdentifier() throws IOException {
    build(TEXTS, 3);

    Dataset dataset = Dataset.open(dir);
    Split split = dataset.split("train");
    int largest = split.puzzleIdentifier(split.puzzleCount() - 1);
    assertThat(dataset.manifest().tokens().numPuzzleIdentifiers()).isEqualTo(largest + 1);
  }

  @Test
  void companionSeesTheNotesInOrderOfGroupsWhateverTheShards() throws IOException {
    build(TEXTS, 4);
    List<String> many = Files.readAllLines(dir.resolve("identifiers.json"));
    build(TEXTS, 1);

    assertThat(many).hasSize(12).isEqualTo(Files.readAllLines(dir.resolve("identifiers.json")));
    List<Integer> ids =
        many.stream()
            .map(line -> Integer.parseInt(line.substring(line.lastIndexOf('|') + 1)))
            .toList();
    assertThat(ids).isSorted();
  }

  @Test
  void whatAnExpansionCountsIsAMetric() throws IOException {
    assertThat(build(TEXTS, 2))
        .containsEntry("kept", 7L)
        .containsEntry("written", 24L)
        .containsEntry("duplicate", 1L + 3 + 2);
  }

  @Test
  void splitWithoutRowsIsRefusedWithWhatBecameOfItsRecords() {
    assertThatThrownBy(() -> build(List.of(""), 2))
        .isInstanceOf(PipelineExecutionException.class)
        .hasMessageContaining(
            "texts.txt: no puzzle is left for the train split: 1 records read, 0 below, 0 refused");
  }

  private static List<Integer> firstIdsInOrderOfPlaces() {
    TextGroups groups = new TextGroups(5);
    List<Integer> firsts = new ArrayList<>();
    int next = 0;
    for (String text :
        TEXTS.stream()
            .sorted((a, b) -> Long.compareUnsigned(groups.place(a), groups.place(b)))
            .toList()) {
      if (!text.isEmpty()) {
        firsts.add(next);
      }
      next += text.length();
    }
    return firsts;
  }

  private Map<String, Long> build(List<String> texts, int shards) throws IOException {
    LocalBuildPlace place = new LocalBuildPlace(dir.toString());
    RawSource source = new RawSource("texts.txt", "train", 0);
    SourceSummary summary =
        new SourceSummary(source, 1, "0".repeat(64), texts.size(), 0, "below", 0);
    Pipeline pipeline = Pipeline.create();
    RejectLimit limit =
        new RejectLimit(
            pipeline
                .apply(
                    "Summaries",
                    Create.of(summary).withCoder(SerializableCoder.of(SourceSummary.class)))
                .apply(View.asList()),
            0);
    PCollection<Reject> rejects =
        pipeline.apply("Rejects", Create.empty(SerializableCoder.of(Reject.class)));
    pipeline
        .apply("Texts", Create.of(texts).withCoder(StringUtf8Coder.of()))
        .apply(
            "Write shards",
            new WriteShards<>(
                new TextGroups(5),
                new ShardSettings(place, "train", shards, TextGroups.SEQ_LEN, Compression.ZSTD),
                limit))
        .apply(
            "Write manifest",
            new WriteManifest(
                place,
                "rejects",
                manifest(),
                SplitCheck.everySplitOf(List.of(source)),
                limit,
                rejects,
                List.of(new Names())));
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    place.arrange(
        BuildRecord.parse(Files.readAllBytes(dir.resolve(BuildRecord.FILE_NAME))).orElseThrow());
    Map<String, Long> counters = new TreeMap<>();
    result
        .metrics()
        .queryMetrics(MetricsFilter.builder().build())
        .getCounters()
        .forEach(counter -> counters.put(counter.getName().getName(), counter.getAttempted()));
    return counters;
  }

  private static ManifestSettings manifest() {
    return ManifestSettings.of(
        new DatasetManifest(
            "text",
            new TokenLayout(2, 2, 8, 0, OptionalInt.empty(), 0, 1),
            Compression.ZSTD,
            5,
            Map.of(),
            List.of(),
            0,
            new TreeMap<>()));
  }

  private record Names() implements Companion {
    @Override
    public String fileName() {
      return "identifiers.json";
    }

    @Override
    public void write(ShardNotes notes, OutputStream out) throws IOException {
      StringBuilder text = new StringBuilder();
      notes.read("train", line -> text.append(line).append('\n'));
      out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }
}
