package org.tinyrecursive.pipelines.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.ParDo;
import org.tinyrecursive.pipelines.runner.BeamRun;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import org.tinyrecursive.pipelines.runner.HandoverFile;
import org.tinyrecursive.pipelines.runner.RunCounters;
import org.tinyrecursive.transforms.InputRefusedException;
import org.tinyrecursive.transforms.arc.ArcTask;
import org.tinyrecursive.transforms.arc.vote.VotedQuestion;
import org.tinyrecursive.transforms.arc.vote.VotedTask;
import org.tinyrecursive.transforms.beam.ArcQuestion;
import org.tinyrecursive.transforms.beam.ArcSourceCounts;
import org.tinyrecursive.transforms.beam.ArcTaskFile;
import org.tinyrecursive.transforms.beam.ArcVoteReport;
import org.tinyrecursive.transforms.beam.RawSource;
import org.tinyrecursive.transforms.beam.ScoreArcPredictions;

/** Predictions of augmented ARC tasks in, answers by vote out. */
public final class ArcScorePipeline {
  private ArcScorePipeline() {}

  /**
   * Lets predictions vote.
   *
   * @param counters sees how many predictions have been read
   * @throws InputRefusedException if a file cannot be used, or more rows are refused than allowed
   */
  public static ArcScore run(ArcScoreSettings settings, BeamSettings beam, RunCounters counters) {
    BeamRun run = BeamRun.prepare(beam, ScoreArcPredictions.COUNTERS);
    List<ArcTask> tasks = ArcTaskFile.read(settings.tasks(), settings.solutions());
    ArcQuestion.Answers answers = ArcQuestion.Answers.of(tasks);
    List<ArcQuestion> questions = ArcQuestion.of(tasks, answers);
    List<ArcPredictionSources.Found> found = ArcPredictionSources.find(settings.predictions());
    ArcVoteReport report = vote(run, settings, found, questions, counters);
    RejectCheck.check(report.rejects(), report.firstRejects(), settings.maxRejects());
    return new ArcScore(
        tasks(tasks, questions, report),
        answers,
        found.stream().map(source -> counted(source, report)).toList(),
        report.elsewhere(),
        report.rejects(),
        report.firstRejects());
  }

  private static ArcVoteReport vote(
      BeamRun run,
      ArcScoreSettings settings,
      List<ArcPredictionSources.Found> found,
      List<ArcQuestion> questions,
      RunCounters counters) {
    List<RawSource> files = found.stream().flatMap(source -> source.files().stream()).toList();
    files.forEach(file -> run.readsFrom("--predictions", file.spec()));
    settings.identifiers().ifPresent(file -> run.readsFrom("--identifiers", file));
    HandoverFile handover = run.handoverFile("arc-votes.json");
    try {
      Pipeline pipeline = run.createPipeline();
      pipeline
          .apply(
              "List predictions", Create.of(files).withCoder(SerializableCoder.of(RawSource.class)))
          .apply("Vote", new ScoreArcPredictions(questions, settings.identifiers().orElse("")))
          .apply("Write report", ParDo.of(new WriteArcReportFn(handover)));
      run.run(pipeline, counters);
      return WriteArcReportFn.take(handover);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static List<VotedTask> tasks(
      List<ArcTask> tasks, List<ArcQuestion> questions, ArcVoteReport report) {
    Iterator<ArcQuestion> next = questions.iterator();
    List<VotedTask> voted = new ArrayList<>();
    for (ArcTask task : tasks) {
      List<VotedQuestion> ofTask = new ArrayList<>();
      for (int i = 0; i < task.test().size(); i++) {
        ArcQuestion question = next.next();
        ofTask.add(report.results().get(question.index()).question(question));
      }
      voted.add(new VotedTask(task, ofTask));
    }
    return voted;
  }

  private static ArcScore.Source counted(ArcPredictionSources.Found source, ArcVoteReport report) {
    return new ArcScore.Source(
        source.label(),
        source.files().stream()
            .map(file -> report.sources().getOrDefault(file.index(), ArcSourceCounts.NONE))
            .reduce(ArcSourceCounts.NONE, ArcSourceCounts::plus));
  }
}
