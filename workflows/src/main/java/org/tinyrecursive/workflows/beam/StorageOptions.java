package org.tinyrecursive.workflows.beam;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tinyrecursive.pipelines.runner.BeamRun;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.storage.DatasetPlace;
import picocli.CommandLine.Option;

/**
 * {@code --beam.<option>=<value>} of commands that read datasets and run no pipeline: how {@code
 * gs://} is reached. Use it as a {@code @Mixin}, with {@link BeamArguments} as the command's
 * preprocessor.
 */
public final class StorageOptions {
  @Option(names = BeamOptions.NAME, hidden = true)
  private Map<String, String> options = new LinkedHashMap<>();

  /** A dataset at a local path or {@code gs://bucket/folder}; Beam is loaded for the latter. */
  public DatasetPlace place(String name) {
    return DatasetPlace.of(
        name,
        () -> BeamRun.prepare(BeamSettings.direct().withOptions(options), "storage").options());
  }
}
