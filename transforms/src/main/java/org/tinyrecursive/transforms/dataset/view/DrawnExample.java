package org.tinyrecursive.transforms.dataset.view;

import java.util.List;

/**
 * One example, ready to be drawn.
 *
 * @param heading where it comes from
 * @param grids its question and answer
 */
public record DrawnExample(String heading, List<DrawnGrid> grids) {
  public DrawnExample {
    grids = List.copyOf(grids);
  }
}
