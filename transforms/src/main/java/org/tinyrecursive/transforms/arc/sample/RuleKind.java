package org.tinyrecursive.transforms.arc.sample;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The kinds of rule, each with all its settings. */
public enum RuleKind {
  RECOLOUR(RuleLevel.EASY, Recolour::all),
  TURN(RuleLevel.EASY, Turn::all),
  SHIFT(RuleLevel.EASY, Shift::all),
  SCALE_UP(RuleLevel.EASY, ScaleUp::all),
  TILE(RuleLevel.EASY, Tile::all),
  FRAME(RuleLevel.EASY, Frame::all),
  KALEIDOSCOPE(RuleLevel.MEDIUM, Kaleidoscope::all),
  GRAVITY(RuleLevel.MEDIUM, Gravity::all),
  FILL_ENCLOSED(RuleLevel.MEDIUM, FillEnclosed::all),
  OUTLINE(RuleLevel.MEDIUM, Outline::all),
  CROP(RuleLevel.MEDIUM, Crop::all),
  CONNECT_DOTS(RuleLevel.MEDIUM, ConnectDots::all),
  RAYS(RuleLevel.MEDIUM, Rays::all),
  COMPLETE_SYMMETRY(RuleLevel.MEDIUM, CompleteSymmetry::all),
  DENOISE(RuleLevel.MEDIUM, Denoise::all),
  KEEP_OBJECT(RuleLevel.HARD, KeepObject::all),
  COUNT_OBJECTS(RuleLevel.HARD, CountObjects::all),
  COMMON_COLOUR(RuleLevel.HARD, CommonColour::all),
  COMBINE_HALVES(RuleLevel.HARD, CombineHalves::all),
  CHAIN(RuleLevel.HARD, Chain::all);

  private final RuleLevel level;

  @SuppressWarnings("ImmutableEnumChecker") // records in a list that cannot be changed
  private final List<Rule> rules;

  RuleKind(RuleLevel level, Supplier<List<Rule>> rules) {
    this.level = level;
    this.rules = List.copyOf(rules.get());
  }

  /** How much it asks. */
  public RuleLevel level() {
    return level;
  }

  /** The kind's name in ids of tasks, such as {@code fill-enclosed}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The rule with each of its settings. */
  List<Rule> rules() {
    return rules;
  }
}
