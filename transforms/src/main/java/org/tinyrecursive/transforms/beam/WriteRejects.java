package org.tinyrecursive.transforms.beam;

import java.util.ArrayList;
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

/** Writes the refused records of each raw file; gives the first reject of each. */
public final class WriteRejects extends PTransform<PCollection<Reject>, PCollection<Reject>> {
  private static final long serialVersionUID = 1;

  private final BuildPlace place;

  /**
   * @param place where the dataset is being built
   */
  public WriteRejects(BuildPlace place) {
    this.place = place;
  }

  @Override
  public PCollection<Reject> expand(PCollection<Reject> rejects) {
    return rejects
        .apply(
            "Key by file", WithKeys.of(Reject::sourceIndex).withKeyType(TypeDescriptors.integers()))
        .setCoder(KvCoder.of(VarIntCoder.of(), SerializableCoder.of(Reject.class)))
        .apply("Group by file", GroupByKey.create())
        .apply("Write", ParDo.of(new WriteFn(place)))
        .setCoder(SerializableCoder.of(Reject.class));
  }

  private static final class WriteFn extends DoFn<KV<Integer, Iterable<Reject>>, Reject> {
    private static final long serialVersionUID = 1;

    private final BuildPlace place;

    WriteFn(BuildPlace place) {
      this.place = place;
    }

    @ProcessElement
    public void processElement(
        @Element KV<Integer, Iterable<Reject>> file, OutputReceiver<Reject> out) {
      List<Reject> rejects = new ArrayList<>();
      file.getValue().forEach(rejects::add);
      rejects.sort(Reject.BY_ORIGIN);
      RejectFile.write(place, file.getKey(), rejects);
      out.output(rejects.get(0));
    }
  }
}
