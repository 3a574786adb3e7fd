package org.tinyrecursive.workflows.walls.broken.transforms.sudoku;

import org.tinyrecursive.workflows.walls.broken.transforms.dataset.Shards;

/** Forms a cycle with {@link Shards}. */
public record Grid(Shards shards) {
  public String draw(boolean colour) {
    return colour ? "colour" : "plain";
  }
}
