package org.tinyrecursive.transforms.beam;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.tinyrecursive.transforms.dataset.DatasetManifest;

/**
 * The last step: once all shards and rejects are whole, checks that there is a dataset at all, and
 * writes its companions and its manifest. Where records were refused beyond the limit, this is
 * where the build fails.
 */
public final class WriteManifest
    extends PTransform<PCollection<WrittenShard>, PCollection<String>> {
  private static final long serialVersionUID = 1;

  private final BuildPlace place;
  private final String rejectsPlace;
  private final ManifestSettings settings;
  private final SplitCheck check;
  private final RejectLimit limit;
  private final PCollection<Reject> writtenRejects;
  private final List<Companion> companions;

  /**
   * @param place where the dataset is being built
   * @param rejectsPlace where the caller leaves the rejects of a build that fails, for the message
   * @param check which splits there must be
   * @param writtenRejects the first of every file of rejects
   * @param companions further files of the dataset
   */
  public WriteManifest(
      BuildPlace place,
      String rejectsPlace,
      ManifestSettings settings,
      SplitCheck check,
      RejectLimit limit,
      PCollection<Reject> writtenRejects,
      List<Companion> companions) {
    this.place = place;
    this.rejectsPlace = rejectsPlace;
    this.settings = settings;
    this.check = check;
    this.limit = limit;
    this.writtenRejects = writtenRejects;
    this.companions = List.copyOf(companions);
  }

  @Override
  public PCollection<String> expand(PCollection<WrittenShard> shards) {
    PCollectionView<List<WrittenShard>> whole = shards.apply("All shards", View.asList());
    PCollectionView<List<Reject>> firsts = writtenRejects.apply("All rejects", View.asList());
    List<PCollectionView<?>> views = new ArrayList<>(List.of(whole, firsts, limit.summaries()));
    companions.forEach(companion -> views.addAll(companion.views()));
    return shards
        .getPipeline()
        .apply("Once", Create.of(DatasetManifest.FILE_NAME))
        .apply("Write", ParDo.of(new WriteFn(this, whole, firsts)).withSideInputs(views));
  }

  private static final class WriteFn extends DoFn<String, String> {
    private static final long serialVersionUID = 1;

    private final BuildPlace place;
    private final String rejectsPlace;
    private final ManifestSettings settings;
    private final SplitCheck check;
    private final RejectLimit limit;
    private final List<Companion> companions;
    private final PCollectionView<List<WrittenShard>> shards;
    private final PCollectionView<List<Reject>> rejects;

    WriteFn(
        WriteManifest step,
        PCollectionView<List<WrittenShard>> shards,
        PCollectionView<List<Reject>> rejects) {
      this.place = step.place;
      this.rejectsPlace = step.rejectsPlace;
      this.settings = step.settings;
      this.check = step.check;
      this.limit = step.limit;
      this.companions = step.companions;
      this.shards = shards;
      this.rejects = rejects;
    }

    @ProcessElement
    public void processElement(ProcessContext context) throws IOException {
      List<SourceSummary> summaries = new ArrayList<>(context.sideInput(limit.summaries()));
      summaries.sort(Comparator.comparingInt(summary -> summary.source().index()));
      List<WrittenShard> whole = context.sideInput(shards);
      checkRejects(summaries, context.sideInput(rejects));
      check.refuseEmpty(summaries, whole);
      TreeMap<String, String> hashes = new TreeMap<>();
      Optional<KeptCompanions> kept = KeptCompanions.of(place);
      ShardNotes notes = new ShardNotes(place, whole, context::sideInput);
      for (Companion companion : companions) {
        hashes.put(
            companion.fileName(),
            kept.isPresent() && kept.get().has(companion, whole)
                ? write(companion.fileName(), out -> kept.get().copy(companion, out))
                : write(companion.fileName(), out -> companion.write(notes, out)));
      }
      write(BuildRecord.FILE_NAME, new BuildRecord(whole, hashes).toJson());
      write(context.element(), settings.manifest(whole, summaries).toJson());
      context.output(context.element());
    }

    /** Returns the file's sha256. */
    private String write(String file, Content content) {
      return place.write(
          file,
          channel -> {
            HashingStream out = new HashingStream(Channels.newOutputStream(channel));
            try (out) {
              content.writeTo(out);
            }
            return out.sha256();
          });
    }

    /** What a file holds. */
    @FunctionalInterface
    private interface Content {
      void writeTo(OutputStream out) throws IOException;
    }

    private void write(String file, byte[] bytes) {
      place.write(file, channel -> channel.write(ByteBuffer.wrap(bytes)));
    }

    private void checkRejects(List<SourceSummary> summaries, List<Reject> firsts) {
      if (limit.isExceeded(summaries)) {
        Reject first = firsts.stream().min(Reject.BY_ORIGIN).orElseThrow();
        long rejected = summaries.stream().mapToLong(SourceSummary::rejected).sum();
        throw new TooManyRejectsException(first, rejected, limit, rejectsPlace);
      }
    }
  }
}
