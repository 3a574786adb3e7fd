package org.tinyrecursive.workflows.beam;

import java.util.Map;
import java.util.Stack;
import org.tinyrecursive.pipelines.runner.BeamSettings;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Makes {@code --beam.name=value} an argument of the one option {@code --beam}, since Picocli knows
 * options by their whole name only. Every command with {@link BeamOptions} names it as its
 * preprocessor.
 */
public final class BeamArguments implements IParameterPreprocessor {
  /** Picocli makes it by reflection. */
  public BeamArguments() {}

  @Override
  @SuppressWarnings("JdkObsolete") // the type is Picocli's
  public boolean preprocess(
      Stack<String> args, CommandSpec command, ArgSpec option, Map<String, Object> info) {
    args.replaceAll(
        argument ->
            argument.startsWith(BeamSettings.OPTION_PREFIX)
                ? BeamOptions.NAME + "=" + argument.substring(BeamSettings.OPTION_PREFIX.length())
                : argument);
    return false;
  }
}
