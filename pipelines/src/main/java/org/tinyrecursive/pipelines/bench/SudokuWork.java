package org.tinyrecursive.pipelines.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tinyrecursive.pipelines.dataset.SudokuDatasetPipeline;
import org.tinyrecursive.pipelines.dataset.SudokuDatasetSettings;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.beam.RawSource;
import org.tinyrecursive.transforms.beam.SudokuFormat;
import org.tinyrecursive.transforms.beam.SudokuGroups;
import org.tinyrecursive.transforms.beam.SymmetricCopies;
import org.tinyrecursive.transforms.dataset.DatasetManifest;

/**
 * A raw Sudoku file to the train split of a dataset.
 *
 * @param file raw, plain or .gz, local; every row good
 * @param numAug symmetric copies of every puzzle
 * @param shards files of the split
 * @param seed of the order and the copies
 */
public record SudokuWork(Path file, int numAug, int shards, long seed) implements DatasetWork {
  @Override
  public DatasetManifest build(Path outputDir, BeamSettings beam) {
    SudokuDatasetSettings settings =
        SudokuDatasetSettings.into(outputDir)
            .train(List.of(file.toString()))
            .numAug(numAug)
            .shards(shards)
            .seed(seed)
            .build();
    return SudokuDatasetPipeline.run(settings, beam, RunCounters.IGNORED).manifest();
  }

  @Override
  public long loop(Path outputDir) throws IOException {
    SudokuFormat format =
        SudokuFormat.find(List.of(new RawSource(file.toString(), "train", 0)))
            .orElseThrow(
                () -> new InputRefusedException(file + " has no good row to measure with"));
    return new RowLoop(
            format, new SudokuGroups(format.side(), seed, new SymmetricCopies(seed, numAug)))
        .write(file, outputDir.resolve("train.arrow"));
  }
}
