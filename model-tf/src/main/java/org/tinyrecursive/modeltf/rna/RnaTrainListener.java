package org.tinyrecursive.modeltf.rna;

import java.util.Map;

/** Hears how training goes. */
public interface RnaTrainListener {
  /**
   * The first step follows.
   *
   * @param parameters values trained
   */
  void started(long firstStep, long totalSteps, long parameters);

  /** A step was made; losses by their names. */
  void stepped(long step, Map<String, Double> losses);

  /** The validation targets were predicted: their mean TM-score, best of all guesses. */
  void evaluated(long step, double meanTmScore);
}
