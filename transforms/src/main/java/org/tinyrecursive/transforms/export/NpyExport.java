package org.tinyrecursive.transforms.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tinyrecursive.transforms.dataset.Dataset;
import org.tinyrecursive.transforms.dataset.DatasetManifest;
import org.tinyrecursive.transforms.dataset.ExampleCursor;
import org.tinyrecursive.transforms.dataset.PuzzleNames;
import org.tinyrecursive.transforms.dataset.Split;
import org.tinyrecursive.transforms.dataset.SplitManifest;
import org.tinyrecursive.transforms.dataset.TokenLayout;

/**
 * The published layout: for every split {@code dataset.json} and five arrays, {@code
 * <split>/all__<field>.npy}; {@code identifiers.json} and {@code test_puzzles.json} beside them.
 * Examples are copied one by one, so memory does not depend on their number.
 */
final class NpyExport implements DatasetExport {
  private static final String SET = "all";

  @Override
  public void write(Dataset dataset, Path folder) throws IOException {
    for (String name : dataset.splitNames()) {
      Path split = Files.createDirectories(folder.resolve(name));
      writeArrays(dataset.split(name), split);
      writeMetadata(dataset.manifest(), name, split.resolve(DatasetManifest.FILE_NAME));
    }
    CompanionFiles.copy(dataset, folder);
    if (!Files.exists(folder.resolve(PuzzleNames.FILE_NAME))) {
      Files.writeString(folder.resolve(PuzzleNames.FILE_NAME), "[\"<blank>\"]");
    }
  }

  private static void writeArrays(Split split, Path folder) throws IOException {
    byte[] inputs = new byte[split.seqLen()];
    byte[] labels = new byte[split.seqLen()];
    try (ExampleCursor cursor = split.cursor();
        NpyFile allInputs =
            NpyFile.ofBytes(array(folder, "inputs"), split.exampleCount(), split.seqLen());
        NpyFile allLabels =
            NpyFile.ofBytes(array(folder, "labels"), split.exampleCount(), split.seqLen())) {
      for (int example = 0; example < split.exampleCount(); example++) {
        cursor.copy(example, inputs, 0, labels, 0);
        allInputs.write(inputs);
        allLabels.write(labels);
      }
    }
    try (NpyFile starts = NpyFile.ofInts(array(folder, "puzzle_indices"), split.puzzleCount() + 1);
        NpyFile identifiers =
            NpyFile.ofInts(array(folder, "puzzle_identifiers"), split.puzzleCount())) {
      for (int puzzle = 0; puzzle < split.puzzleCount(); puzzle++) {
        starts.write(split.exampleOffset(puzzle));
        identifiers.write(split.puzzleIdentifier(puzzle));
      }
      starts.write(split.exampleCount());
    }
    try (NpyFile starts = NpyFile.ofInts(array(folder, "group_indices"), split.groupCount() + 1)) {
      for (int group = 0; group <= split.groupCount(); group++) {
        starts.write(split.puzzleOffset(group));
      }
    }
  }

  private static Path array(Path folder, String field) {
    return folder.resolve("%s__%s.npy".formatted(SET, field));
  }

  private static void writeMetadata(DatasetManifest manifest, String name, Path file)
      throws IOException {
    TokenLayout tokens = manifest.tokens();
    SplitManifest split = manifest.splits().get(name);
    try (JsonGenerator json = new JsonFactory().createGenerator(Files.newOutputStream(file))) {
      json.writeStartObject();
      json.writeNumberField("pad_id", tokens.padId());
      json.writeFieldName("ignore_label_id");
      if (tokens.ignoreLabelId().isPresent()) {
        json.writeNumber(tokens.ignoreLabelId().getAsInt());
      } else {
        json.writeNull();
      }
      json.writeNumberField("blank_identifier_id", tokens.blankIdentifierId());
      json.writeNumberField("vocab_size", tokens.vocabSize());
      json.writeNumberField("seq_len", tokens.seqLen());
      json.writeNumberField("num_puzzle_identifiers", tokens.numPuzzleIdentifiers());
      json.writeNumberField("total_groups", split.totalGroups());
      json.writeNumberField("mean_puzzle_examples", split.meanPuzzleExamples());
      json.writeNumberField("total_puzzles", split.totalPuzzles());
      json.writeArrayFieldStart("sets");
      json.writeString(SET);
      json.writeEndArray();
      json.writeEndObject();
    }
  }
}
