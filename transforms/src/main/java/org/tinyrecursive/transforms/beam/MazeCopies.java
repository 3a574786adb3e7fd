package org.tinyrecursive.transforms.beam;

import java.util.List;
import org.tinyrecursive.transforms.maze.MazeShape;
import org.tinyrecursive.transforms.maze.MazeSymmetry;

/** Which copies of a maze are made. */
public enum MazeCopies {
  /** The maze as it is. */
  ORIGINAL,
  /** The maze under every symmetry that keeps its shape: eight of a square, else four. */
  DIHEDRAL;

  /** The symmetries, {@link MazeSymmetry#IDENTITY} first. */
  public List<MazeSymmetry> symmetries(MazeShape shape) {
    return this == ORIGINAL ? List.of(MazeSymmetry.IDENTITY) : MazeSymmetry.keeping(shape);
  }
}
