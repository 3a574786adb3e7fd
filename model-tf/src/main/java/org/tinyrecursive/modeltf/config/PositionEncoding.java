package org.tinyrecursive.modeltf.config;

/** How the model learns where a token stands. */
public enum PositionEncoding {
  /** Rotary embedding of queries and keys (Su et al., 2021), θ = 10000. */
  ROPE,
  /** A trained vector per position, added to the token embedding. */
  LEARNED,
  /** None: the mlp_t variant mixes over fixed positions anyway. */
  NONE
}
