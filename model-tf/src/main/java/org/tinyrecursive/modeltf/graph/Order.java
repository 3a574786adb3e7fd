package org.tinyrecursive.modeltf.graph;

import java.nio.ByteBuffer;
import org.tinyrecursive.modeltf.train.StepSettings;

/** What the worker that leads tells the others to do. */
sealed interface Order {
  /** Bytes of the longest order: kind, number, two rates, thirds. */
  int BYTES = 1 + 8 + 8 + 8 + 4;

  /** An optimizer step. */
  record Step(StepSettings settings) implements Order {}

  /** Hand in the carry of your rows, for a checkpoint. */
  record State() implements Order {}

  /** Training is over. */
  record End() implements Order {}

  default byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES);
    if (this instanceof Step step) {
      StepSettings settings = step.settings();
      bytes.put((byte) 0).putLong(settings.number());
      bytes.putDouble(settings.lr()).putDouble(settings.puzzleLr()).putInt(settings.thirds());
    } else {
      bytes.put((byte) (this instanceof State ? 1 : 2));
    }
    return bytes.array();
  }

  /** What {@link #bytes} wrote. */
  static Order parse(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    byte kind = bytes.get();
    return switch (kind) {
      case 0 ->
          new Step(
              new StepSettings(
                  bytes.getLong(), bytes.getDouble(), bytes.getDouble(), bytes.getInt()));
      case 1 -> new State();
      case 2 -> new End();
      default -> throw new IllegalArgumentException("an order of kind " + kind);
    };
  }
}
