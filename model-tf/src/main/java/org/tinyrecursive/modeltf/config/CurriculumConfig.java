package org.tinyrecursive.modeltf.config;

/**
 * Easier inputs first: cells of the answer are revealed in training inputs, fewer as training goes
 * on. A row's number of known cells is drawn uniformly between its own number (or {@code
 * min_clues}) and a ceiling that falls linearly from {@code start_clues} to {@code end_clues}.
 */
public record CurriculumConfig(
    @Setting(
            key = "start_clues",
            help = "ceiling of known cells at the first step; 0: no curriculum",
            value = "0")
        int startClues,
    @Setting(key = "end_clues", help = "ceiling of known cells at the last step", value = "0")
        int endClues,
    @Setting(
            key = "min_clues",
            help = "floor of known cells; rows with more keep their own number",
            value = "0")
        int minClues,
    @Setting(
            key = "until",
            help = "share of training after which the ceiling stays at end_clues",
            value = "1")
        double until) {

  public CurriculumConfig {
    Check.atLeast("curriculum.start_clues", startClues, 0);
    Check.within("curriculum.end_clues", endClues, 0, startClues);
    Check.within("curriculum.min_clues", minClues, 0, endClues);
    Check.within("curriculum.until", until, 0.000001, 1);
  }

  /** Whether training inputs are changed at all. */
  public boolean isActive() {
    return startClues > 0;
  }
}
