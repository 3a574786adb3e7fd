package org.tinyrecursive.transforms.arc.sample;

/** How much a rule asks. */
public enum RuleLevel {
  /** One change of the whole grid or of a colour. */
  EASY,
  /** Cells are told apart by where they lie. */
  MEDIUM,
  /** Objects are counted or compared, pictures or rules combined. */
  HARD
}
