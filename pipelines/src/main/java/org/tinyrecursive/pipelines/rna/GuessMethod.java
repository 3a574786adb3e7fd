package org.tinyrecursive.pipelines.rna;

/** What guesses are made from. */
public enum GuessMethod {
  /**
   * Templates, assembly and, where there is a checkpoint, what the recursive model makes of them.
   */
  MIXED,
  /** The recursive model alone, from ideal geometry. */
  TRM,
  /** The published toy. */
  BASELINE,
  /** Known structures by alignment. */
  TEMPLATE,
  /** Helices and fragments of known structures. */
  ASSEMBLY;

  /** Whether it can do nothing without a trained model. */
  public boolean needsModel() {
    return this == TRM || this == BASELINE;
  }
}
