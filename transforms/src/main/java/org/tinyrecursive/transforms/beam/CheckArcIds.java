package org.tinyrecursive.transforms.beam;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.tinyrecursive.transforms.InputRefusedException;

/**
 * Refuses tasks of several files that share an id: an id names one puzzle embedding, and its test
 * pairs could be learned in one subset and asked in another.
 */
public final class CheckArcIds extends PTransform<PCollection<ArcRecord>, PDone> {
  private static final long serialVersionUID = 1;

  private final List<String> files;

  /**
   * @param sources all files, for errors
   */
  public CheckArcIds(List<ArcSource> sources) {
    this.files =
        sources.stream()
            .flatMap(source -> source.files().stream().map(file -> place(source, file)))
            .toList();
  }

  @Override
  public PDone expand(PCollection<ArcRecord> records) {
    records
        .apply(
            "Ids",
            MapElements.into(
                    TypeDescriptors.kvs(TypeDescriptors.strings(), TypeDescriptors.integers()))
                .via(record -> KV.of(record.task().id(), record.sourceIndex())))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), VarIntCoder.of()))
        .apply("Group by id", GroupByKey.create())
        .apply("Refuse equal ids", ParDo.of(new CheckFn(files)));
    return PDone.in(records.getPipeline());
  }

  private static String place(ArcSource source, RawSource file) {
    return source.layout() == ArcSource.Layout.ONE_TASK
        ? source.subset() + "/" + file.name()
        : file.name();
  }

  private static final class CheckFn extends DoFn<KV<String, Iterable<Integer>>, Void> {
    private static final long serialVersionUID = 1;

    private final List<String> files;

    CheckFn(List<String> files) {
      this.files = files;
    }

    @ProcessElement
    public void processElement(@Element KV<String, Iterable<Integer>> id) {
      List<Integer> found =
          StreamSupport.stream(id.getValue().spliterator(), false).sorted().toList();
      if (found.size() > 1) {
        throw new InputRefusedException(
            "%s: /%s: task id is there twice, in %s; leave one subset out of --subsets"
                .formatted(
                    files.get(found.get(1)),
                    id.getKey(),
                    found.stream().map(files::get).collect(Collectors.joining(" and "))));
      }
    }
  }
}
