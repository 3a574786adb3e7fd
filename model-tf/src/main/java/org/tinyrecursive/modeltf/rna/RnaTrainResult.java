package org.tinyrecursive.modeltf.rna;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How training ended.
 *
 * @param step optimizer steps made
 * @param isComplete whether all epochs are done
 * @param bestTmScore mean TM-score of the best model on the validation targets
 * @param bestStep its step
 * @param elapsedSeconds training time of the whole run
 * @param checkpoint the latest checkpoint
 */
public record RnaTrainResult(
    long step,
    boolean isComplete,
    Optional<Double> bestTmScore,
    Optional<Long> bestStep,
    double elapsedSeconds,
    Optional<Path> checkpoint) {}
