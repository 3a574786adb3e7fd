package org.tinyrecursive.transforms.beam;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;

/** Writes the refused rows of each raw file; gives the first reject of each. */
public final class WriteRejects extends PTransform<PCollection<RowReject>, PCollection<RowReject>> {
  private static final long serialVersionUID = 1;

  private final String directory;

  /**
   * @param directory where the dataset is being built, a local path
   */
  public WriteRejects(String directory) {
    this.directory = directory;
  }

  @Override
  public PCollection<RowReject> expand(PCollection<RowReject> rejects) {
    return rejects
        .apply(
            "Key by file",
            WithKeys.of(RowReject::sourceIndex).withKeyType(TypeDescriptors.integers()))
        .setCoder(KvCoder.of(VarIntCoder.of(), SerializableCoder.of(RowReject.class)))
        .apply("Group by file", GroupByKey.create())
        .apply("Write", ParDo.of(new WriteFn(directory)))
        .setCoder(SerializableCoder.of(RowReject.class));
  }

  private static final class WriteFn extends DoFn<KV<Integer, Iterable<RowReject>>, RowReject> {
    private static final long serialVersionUID = 1;

    private final String directory;

    WriteFn(String directory) {
      this.directory = directory;
    }

    @ProcessElement
    public void processElement(
        @Element KV<Integer, Iterable<RowReject>> file, OutputReceiver<RowReject> out) {
      List<RowReject> rejects = new ArrayList<>();
      file.getValue().forEach(rejects::add);
      rejects.sort(Comparator.comparingLong(RowReject::line));
      RejectFile.write(Path.of(directory), file.getKey(), rejects);
      out.output(rejects.get(0));
    }
  }
}
