package org.tinyrecursive.pipelines.runner;

import com.google.api.services.dataflow.model.DataflowPackage;
import java.util.List;
import org.apache.beam.runners.dataflow.util.PackageUtil.StagedFile;
import org.apache.beam.runners.dataflow.util.Stager;
import org.apache.beam.sdk.options.PipelineOptions;

/** Takes no file anywhere. */
public final class NoStager implements Stager {
  private NoStager() {}

  /** Beam calls it by this name. */
  public static NoStager fromOptions(PipelineOptions options) {
    return new NoStager();
  }

  @Override
  public List<DataflowPackage> stageFiles(List<StagedFile> files) {
    return List.of();
  }

  @Override
  public DataflowPackage stageToFile(byte[] content, String name) {
    return new DataflowPackage().setName(name).setLocation("gs://no-such-bucket/" + name);
  }
}
