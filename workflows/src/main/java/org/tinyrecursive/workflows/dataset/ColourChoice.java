package org.tinyrecursive.workflows.dataset;

import org.tinyrecursive.transforms.dataset.view.TerminalView.Colour;
import picocli.CommandLine.Help.Ansi;

/** When to use colours. */
enum ColourChoice {
  /** On a terminal, unless the environment says NO_COLOR. */
  AUTO,
  ALWAYS,
  NEVER;

  Colour resolve() {
    return switch (this) {
      case ALWAYS -> Colour.ANSI;
      case NEVER -> Colour.NONE;
      case AUTO -> Ansi.AUTO.enabled() ? Colour.ANSI : Colour.NONE;
    };
  }
}
