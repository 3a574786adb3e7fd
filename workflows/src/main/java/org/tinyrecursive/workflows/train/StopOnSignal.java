package org.tinyrecursive.workflows.train;

import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jline.utils.Signals;
import org.tinyrecursive.modeltf.train.StopSignal;

/**
 * Turns Ctrl-C and SIGTERM into a request to save and end; the second of them ends the process at
 * once.
 */
public final class StopOnSignal implements AutoCloseable {
  private static final String INT = "INT";
  private static final String TERM = "TERM";
  private static final int INTERRUPTED = 130;
  private static final int TERMINATED = 143;

  private final StopSignal stop;
  private final Consumer<String> people;
  private final Object intBefore;
  private final Object termBefore;
  private volatile int exitCode;

  /**
   * Listens until it is closed.
   *
   * @param stop what is requested
   * @param people are told that it was
   */
  public StopOnSignal(StopSignal stop, Consumer<String> people) {
    this.stop = stop;
    this.people = people;
    intBefore = Signals.register(INT, () -> heard(INTERRUPTED));
    termBefore = Signals.register(TERM, () -> heard(TERMINATED));
  }

  /**
   * What the process should return, by convention 128 and the signal's number; empty: none came.
   */
  public OptionalInt exitCode() {
    return exitCode == 0 ? OptionalInt.empty() : OptionalInt.of(exitCode);
  }

  private void heard(int code) {
    if (exitCode != 0) {
      // Not exit: its hooks would wait for the step that is being aborted.
      Runtime.getRuntime().halt(code);
    }
    exitCode = code;
    stop.request();
    people.accept("stopping after this step and saving; once more to abort without saving");
  }

  @Override
  public void close() {
    Signals.unregister(INT, intBefore);
    Signals.unregister(TERM, termBefore);
  }
}
