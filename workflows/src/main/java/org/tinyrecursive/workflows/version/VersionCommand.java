package org.tinyrecursive.workflows.version;

import java.util.concurrent.Callable;
import org.tinyrecursive.workflows.cli.ExitCode;
import org.tinyrecursive.workflows.cli.ResultOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints the versions that matter in a report of a problem. */
@Command
public final class VersionCommand implements Callable<Integer> {
  @Mixin private ResultOptions result;

  @Override
  public Integer call() {
    Versions versions = Versions.current();
    result.print(versions::text, versions);
    return ExitCode.DONE;
  }
}
