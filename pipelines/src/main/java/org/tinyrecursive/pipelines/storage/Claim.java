package org.tinyrecursive.pipelines.storage;

/** What a build does about the claim of another one that began to put its dataset in place. */
public enum Claim {
  /** Respects it. */
  RESPECT,
  /** Takes it over: the user says that the other build is dead. */
  TAKE_OVER
}
