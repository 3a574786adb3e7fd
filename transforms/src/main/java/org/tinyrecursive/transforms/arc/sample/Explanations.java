package org.tinyrecursive.transforms.arc.sample;

import java.util.Arrays;
import java.util.List;
import org.tinyrecursive.transforms.arc.ArcPair;
import org.tinyrecursive.transforms.arc.ArcTask;

/** Which of all rules known here agree with what a task shows. */
final class Explanations {
  private Explanations() {}

  /** All rules, of every kind, that turn every train input into its output. */
  static List<Rule> of(List<ArcPair> train) {
    return Arrays.stream(RuleKind.values())
        .flatMap(kind -> kind.rules().stream())
        .filter(rule -> train.stream().allMatch(pair -> agrees(rule, pair)))
        .toList();
  }

  /** Whether every rule that explains the train pairs gives the answers of the test pairs. */
  static boolean determine(ArcTask task) {
    List<Rule> explanations = of(task.train());
    return !explanations.isEmpty()
        && explanations.stream()
            .allMatch(rule -> task.test().stream().allMatch(pair -> agrees(rule, pair)));
  }

  private static boolean agrees(Rule rule, ArcPair pair) {
    return rule.apply(pair.input()).filter(pair.output()::equals).isPresent();
  }
}
