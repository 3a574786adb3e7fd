package org.tinyrecursive.pipelines.score;

import java.util.Optional;

/**
 * What is to be scored, and against what; every file plain or .gz, local or elsewhere such as
 * {@code gs://bucket/submission.csv}.
 *
 * @param predictions a submission
 * @param labels known structures
 * @param sequences the sequences file that both must agree with; empty: not checked
 */
public record RnaScoreSettings(String predictions, String labels, Optional<String> sequences) {}
