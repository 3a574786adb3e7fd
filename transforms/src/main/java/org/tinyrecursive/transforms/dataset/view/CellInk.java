package org.tinyrecursive.transforms.dataset.view;

/** How a cell is drawn. */
public enum CellInk {
  /** Part of the question. */
  GIVEN,
  /** To be found by the model. */
  ANSWER,
  /** Nothing there. */
  EMPTY
}
